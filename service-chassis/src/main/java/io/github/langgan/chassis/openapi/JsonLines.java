package io.github.langgan.chassis.openapi;

/** The lines of {@code application/x-ndjson}: no JSON value, but a text of many. */
final class JsonLines {

  private static final String TYPE = "application/x-ndjson";
  private static final int LONGEST_BODY = 10 * 1024 * 1024;
  private static final String NO_NUL = "^[^\\u0000]*$";

  private JsonLines() {}

  static void describe(DescribedOperation described) {
    if (!described.hasBody()) {
      return;
    }
    var lines = described.operation().getRequestBody().getContent().getMediaType(TYPE);
    if (lines != null) {
      lines.setSchema(
          Schemas.text(LONGEST_BODY, NO_NUL)
              .description("One JSON object in each line, like the items of the JSON body"));
    }
  }
}
