package io.github.langgan.chassis.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;

/** Answers that are files of lines or rows: no JSON value, but a text of any length. */
final class FileAnswers {

  private static final Set<String> TYPES = Set.of("application/x-ndjson", "text/csv");

  private FileAnswers() {}

  static void describe(DescribedOperation described) {
    var method = described.method();
    var answer = described.operation().getResponses().getAPIResponse("200");
    if (method == null
        || answer == null
        || method.produces().isEmpty()
        || !TYPES.containsAll(method.produces())) {
      return;
    }
    var content = OASFactory.createContent();
    for (var type : method.produces()) {
      var text = Schemas.text(Integer.MAX_VALUE, JsonLines.NO_NUL);
      content.addMediaType(type, OASFactory.createMediaType().schema(text));
    }
    answer.setContent(content);
  }
}
