package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.http.LongBody;
import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.ConfigProvider;

/** The lines of {@code application/x-ndjson}: no JSON value, but a text of many. */
final class JsonLines {

  private static final String TYPE = "application/x-ndjson";
  private static final String LONGEST_BODY = "langgan.http.max-body-size";
  static final String NO_NUL = "^[^\\u0000]*$";

  private JsonLines() {}

  static void describe(DescribedOperation described) {
    if (!described.hasBody()) {
      return;
    }
    var lines = described.operation().getRequestBody().getContent().getMediaType(TYPE);
    if (lines != null) {
      lines.setSchema(
          Schemas.text(longest(described), NO_NUL)
              .description("One JSON object in each line, like the items of the JSON body"));
    }
  }

  private static int longest(DescribedOperation described) {
    var method = described.method();
    var limit = method != null && method.takesLongBody() ? LongBody.LIMIT : LONGEST_BODY;
    var bytes = ConfigProvider.getConfig().getValue(limit, MemorySize.class).asLongValue();
    return Math.toIntExact(bytes);
  }
}
