package io.github.langgan.chassis.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers that answers carry, each described once. */
final class CommonHeaders {

  private static final String VISIBLE = "^[ -~]*$";

  private CommonHeaders() {}

  static void describe(OpenAPI api) {
    Map.of(
            "RateLimit",
            header("What is left: \"client\";r=remaining;t=seconds", Schemas.text(200, VISIBLE)),
            "RateLimit-Policy",
            header("The limit: \"client\";q=requests;w=seconds", Schemas.text(200, VISIBLE)),
            "Retry-After",
            header("Seconds to wait", Schemas.integer(1, 86_400).format("int32")),
            "WWW-Authenticate",
            header("How to authenticate", Schemas.text(1000, VISIBLE)),
            "Location",
            header("Where the new resource is", Schemas.text(8192, VISIBLE)),
            "ETag",
            header("The version, for If-Match", Schemas.text(100, "^\"[0-9]+\"$")),
            "Link",
            header("The next page, when there is one", Schemas.text(8192, VISIBLE)),
            "Idempotency-Replayed",
            header("true when this answer was given before", Schemas.text(4, "^true$")))
        .forEach((name, header) -> api.getComponents().addHeader(name, header));
  }

  static void describe(DescribedOperation described) {
    described
        .operation()
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              rateLimits(response);
              if (status.equals("201") || status.equals("202")) {
                refer(response, "Location");
              }
              if (isVersioned(described.api(), response)) {
                refer(response, "ETag");
              }
              if (described.hasParameter("cursor")) {
                refer(response, "Link");
              }
              if (described.method() != null && described.method().isIdempotent()) {
                refer(response, "Idempotency-Replayed");
              }
            });
  }

  static void ofProblem(APIResponse response, int status) {
    rateLimits(response);
    switch (status) {
      case 401, 403 -> refer(response, "WWW-Authenticate");
      case 429, 503, 409 -> refer(response, "Retry-After");
      default -> {}
    }
  }

  private static void rateLimits(APIResponse response) {
    refer(response, "RateLimit");
    refer(response, "RateLimit-Policy");
  }

  private static boolean isVersioned(OpenAPI api, APIResponse response) {
    if (response.getContent() == null) {
      return false;
    }
    return response.getContent().getMediaTypes().values().stream()
        .map(media -> Schemas.resolve(api, media.getSchema()))
        .anyMatch(
            schema ->
                schema != null
                    && schema.getProperties() != null
                    && schema.getProperties().containsKey("version"));
  }

  private static void refer(APIResponse response, String name) {
    if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
      response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
    }
  }

  private static Header header(String description, Schema schema) {
    return OASFactory.createHeader().description(description).schema(schema);
  }
}
