package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.inbox.ReadAfter;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters that filters and interceptors read, and no method declares. */
final class CommonParameters {

  private static final String TAGS = "^(\\*|(W/)?\"[!#-~]*\"( *, *(W/)?\"[!#-~]*\")*)$";

  private static final String VISIBLE = "^[ -~]*$";

  private CommonParameters() {}

  static void describe(DescribedOperation described) {
    var operation = described.operation();
    var method = described.method();
    if (method != null && method.isIdempotent()) {
      operation.addParameter(
          header(
                  "Idempotency-Key",
                  "Any text that is new for a new request and the same for its retries",
                  Schemas.text(255, "^[!-~]+$").minLength(1))
              .required(method.requiresKey())
              .example(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L).toString()));
    }
    if (method != null && method.readsAfter()) {
      operation.addParameter(
          header(
              ReadAfter.POSITION_HEADER,
              "What a write answered, or several by comma; waited for as long as Prefer says",
              Schemas.text(8000, VISIBLE)));
      operation.addParameter(
          header("Prefer", "wait=n: for how many seconds, at most 10", Schemas.text(100, VISIBLE))
              .example("wait=2"));
    }
    if (described.isConditional()) {
      if (operation.getParameters() != null) {
        operation.setParameters(
            operation.getParameters().stream()
                .filter(parameter -> !"If-Match".equals(parameter.getName()))
                .toList());
      }
      operation.addParameter(
          header("If-Match", "The ETag of the version to change", Schemas.text(1000, TAGS))
              .required(true)
              .example("\"1\""));
    }
    if (described.verb() == HttpMethod.GET && described.answersJson()) {
      operation.addParameter(
          OASFactory.createParameter()
              .name("fields")
              .in(Parameter.In.QUERY)
              .description("Answer only these fields, of each item in a collection")
              .schema(Schemas.text(1000, "^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$")));
    }
  }

  private static Parameter header(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(schema);
  }
}
