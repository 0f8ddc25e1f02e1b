package io.github.langgan.chassis.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that a schema rules out, by what is wrong with them. */
final class BadValues {

  private static final String MALFORMED = "(malformed)";
  private static final int SENSIBLE = 1_000_000;

  private BadValues() {}

  /** The problems that may answer a fault. */
  static String[] slugs(String fault) {
    return fault.endsWith(MALFORMED)
        ? new String[] {"malformed", "validation"}
        : new String[] {"validation", "unsafe-text"};
  }

  static Map<String, String> of(JsonNode schema) {
    var bad = new LinkedHashMap<String, String>();
    var type = schema.path("type").isArray() ? schema.path("type").get(0) : schema.path("type");
    switch (type.asText()) {
      case "string" -> texts(schema, bad);
      case "integer", "number" -> numbers(schema, type.asText().equals("integer"), bad);
      case "boolean" -> {
        bad.put("a text for a truth", "\"true\"");
        bad.put("a number for a truth", "1");
      }
      case "array" -> {
        bad.put("an object for a list", "{}");
        bad.put("a text for a list", "\"\"");
        bad.put("nested 60 deep " + MALFORMED, "[".repeat(60) + "]".repeat(60));
      }
      case "object" -> {
        bad.put("a list for an object", "[]");
        bad.put("a text for an object", "\"x\"");
        bad.put("a repeated field " + MALFORMED, "{\"a\":1,\"a\":2}");
      }
      default -> {}
    }
    return bad;
  }

  private static void texts(JsonNode schema, Map<String, String> bad) {
    bad.put("a number for a text", "7");
    bad.put("a truth for a text", "true");
    bad.put("an object for a text", "{}");
    if (schema.has("enum")) {
      bad.put("a name that is not in the list", "\"NO_SUCH_NAME\"");
      bad.put("an empty name", "\"\"");
    }
    switch (schema.path("format").asText()) {
      case "date" -> {
        bad.put("30 February", "\"2026-02-30\"");
        bad.put("year 9999", "\"9999-01-01\"");
        bad.put("a date in words", "\"yesterday\"");
        bad.put("an empty date", "\"\"");
      }
      case "date-time" -> {
        bad.put("30 February", "\"2026-02-30T00:00:00Z\"");
        bad.put("year 9999", "\"9999-01-01T00:00:00Z\"");
        bad.put("no offset", "\"2026-01-05T03:00:00\"");
        bad.put("an empty time", "\"\"");
      }
      case "uuid" -> bad.put("no UUID", "\"abc\"");
      default -> {
        int most = schema.path("maxLength").asInt(SENSIBLE);
        if (most < SENSIBLE) {
          bad.put("too long", "\"" + "x".repeat(most + 1) + "\"");
        }
      }
    }
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static void numbers(JsonNode schema, boolean whole, Map<String, String> bad) {
    bad.put("a text for a number", "\"7\"");
    bad.put("a truth for a number", "true");
    bad.put("NaN " + MALFORMED, "NaN");
    bad.put("1e400 " + MALFORMED, "1e400");
    bad.put("a thousand digits " + MALFORMED, "9".repeat(1000));
    if (whole) {
      bad.put("a fraction", "1.5");
      bad.put("beyond 64 bits " + MALFORMED, "9223372036854775808");
    }
    if (schema.path("minimum").asLong(Long.MIN_VALUE) > -SENSIBLE) {
      bad.put("too small", plain(schema.path("minimum").decimalValue().subtract(BigDecimal.ONE)));
    } else if (schema.path("exclusiveMinimum").asLong(Long.MIN_VALUE) > -SENSIBLE) {
      bad.put("too small", plain(schema.path("exclusiveMinimum").decimalValue()));
    }
  }
}
