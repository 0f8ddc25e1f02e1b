package io.github.langgan.chassis.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Bounds where a field declares none of its own: those that the JSON reader, the types and the page
 * size impose anyway.
 */
final class SchemaLimits {

  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_LIST = 10_000;
  private static final int LONGEST_PAGE = 200;
  private static final String NO_NUL = "^[^\\u0000]*$";

  private SchemaLimits() {}

  static void describe(OpenAPI api) {
    pages(api);
    new SchemaWalk(api, SchemaLimits::bound).visitOperations();
  }

  private static void pages(OpenAPI api) {
    if (api.getComponents().getSchemas() == null) {
      return;
    }
    api.getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              var properties = schema.getProperties();
              if (name.startsWith("Page")
                  && properties != null
                  && properties.containsKey("items")) {
                properties.get("items").maxItems(LONGEST_PAGE);
              }
            });
  }

  private static void bound(Schema schema) {
    if (schema.getEnumeration() != null || schema.getConstValue() != null) {
      return;
    }
    if (Schemas.is(schema, SchemaType.STRING)) {
      boundText(schema);
    } else if (Schemas.is(schema, SchemaType.INTEGER)) {
      boundInteger(schema);
    } else if (Schemas.is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.maxItems(LONGEST_LIST);
    }
  }

  private static void boundText(Schema schema) {
    var format = schema.getFormat() == null ? "" : schema.getFormat();
    if (schema.getMaxLength() == null) {
      schema.maxLength(
          switch (format) {
            case "uuid" -> 36;
            case "date" -> 10;
            case "date-time" -> 40;
            default -> LONGEST_TEXT;
          });
    }
    if (format.isEmpty() && schema.getPattern() == null) {
      schema.pattern(NO_NUL);
    }
  }

  private static void boundInteger(Schema schema) {
    boolean small = "int32".equals(schema.getFormat());
    if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
      schema.minimum(BigDecimal.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE));
    }
    if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
      schema.maximum(BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
    }
  }
}
