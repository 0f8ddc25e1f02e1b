package io.github.langgan.chassis.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of problems, written by hand: its extension members no scanner can see. */
final class ProblemSchemas {

  static final String PROBLEM = "Problem";

  private static final String FIELD_ERROR = "FieldError";
  private static final String ANY_TEXT = "^[^\\u0000]*$";
  private static final int LONG_TEXT = 10_000;

  private ProblemSchemas() {}

  static void describe(OpenAPI api) {
    api.getComponents()
        .addSchema(
            FIELD_ERROR,
            Schemas.of(SchemaType.OBJECT)
                .description("One thing that is wrong in a request")
                .required(List.of("pointer", "code", "message"))
                .addProperty(
                    "pointer",
                    Schemas.text(1000, ANY_TEXT)
                        .description("JSON pointer into the body, or ?name for a parameter"))
                .addProperty(
                    "code", Schemas.text(100, "^[a-z0-9-]+$").description("Stable, for programs"))
                .addProperty(
                    "message", Schemas.text(LONG_TEXT, ANY_TEXT).description("For people")))
        .addSchema(
            PROBLEM,
            Schemas.of(SchemaType.OBJECT)
                .description("An error as RFC 9457 describes it; some types have further members")
                .additionalPropertiesBoolean(true)
                .required(List.of("type", "title", "status"))
                .addProperty(
                    "type",
                    Schemas.text(200, "^/problems/[a-z0-9-]+$")
                        .description("Stable; also the address of an explanation"))
                .addProperty(
                    "title",
                    Schemas.text(200, ANY_TEXT)
                        .description("In the language of Accept-Language, English or Indonesian"))
                .addProperty("status", Schemas.integer(400, 599).format("int32"))
                .addProperty("detail", Schemas.text(LONG_TEXT, ANY_TEXT))
                .addProperty(
                    "instance",
                    Schemas.text(8192, ANY_TEXT).description("The path that was called"))
                .addProperty(
                    "traceId",
                    Schemas.text(32, "^[0-9a-f]{32}$").description("For operators to find it by"))
                .addProperty(
                    "errors",
                    Schemas.of(SchemaType.ARRAY)
                        .items(Schemas.reference(FIELD_ERROR))
                        .maxItems(1000)));
  }
}
