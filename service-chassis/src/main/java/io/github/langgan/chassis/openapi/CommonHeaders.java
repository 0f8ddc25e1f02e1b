package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.inbox.ReadAfter;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers that answers carry, each described once. */
final class CommonHeaders {

  private static final String VISIBLE = "^[ -~]*$";

  private static final Map<String, Described> HEADERS =
      Map.of(
          "RateLimit",
          text("What is left: \"client\";r=remaining;t=seconds", 200, VISIBLE),
          "RateLimit-Policy",
          text("The limit: \"client\";q=requests;w=seconds", 200, VISIBLE),
          "Retry-After",
          new Described("Seconds to wait", () -> Schemas.integer(1, 86_400).format("int32")),
          "WWW-Authenticate",
          text("How to authenticate", 1000, VISIBLE),
          "Location",
          text("Where the new resource is", 8192, VISIBLE),
          "Content-Location",
          text(
              "The path and query that ask for the same by the id that the one asked for means"
                  + " now; none when it means itself",
              8192,
              VISIBLE),
          "ETag",
          text("The version, for If-Match", 100, "^\"[0-9]+\"$"),
          "Link",
          text("The next page, when there is one", 8192, VISIBLE),
          "Idempotency-Replayed",
          text("true when this was answered before", 4, "^true$"),
          ReadAfter.POSITION_HEADER,
          text(
              "For a read that must include this write; none when it wrote nothing", 300, VISIBLE));

  private CommonHeaders() {}

  private record Described(String text, Supplier<Schema> schema) {}

  private static Described text(String description, int maxLength, String pattern) {
    return new Described(description, () -> Schemas.text(maxLength, pattern));
  }

  static void describe(OpenAPI api) {
    var components = api.getComponents();
    HEADERS.forEach(
        (name, described) ->
            components.addHeader(
                name,
                OASFactory.createHeader()
                    .description(described.text())
                    .schema(described.schema().get())));
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
              if (described.tellsOtherId(status)) {
                refer(response, "Content-Location");
              }
              if (described.hasParameter("cursor")) {
                refer(response, "Link");
              }
              if (described.method() != null && described.method().isIdempotent()) {
                refer(response, "Idempotency-Replayed");
              }
              if (described.answersPosition(status)) {
                refer(response, ReadAfter.POSITION_HEADER);
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
}
