package io.github.langgan.chassis.testing.http;

import static io.github.langgan.chassis.inbox.ReadAfter.POSITION_HEADER;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what went over the wire with the stored OpenAPI document: every answer, and every
 * request that the service accepted. Works on all REST Assured calls of {@code @QuarkusTest}s by
 * itself as soon as the document is stored.
 */
public final class ApiChecks implements Filter {

  /** The validator takes textual parameters of an OpenAPI 3.1 document for JSON. */
  private static final String NOT_JSON = ".invalidJson";

  /** And it sees no array in any of its parameters. */
  private static final String NO_ARRAY = "validation.request.parameter.collection.invalid";

  private static final int REFUSED = 400;
  private static final int NOT_ALLOWED = 405;
  private static final Set<Integer> OF_NO_OPERATION = Set.of(404, 405);

  private final OpenApiInteractionValidator validator;

  private final ApiDocument document;

  ApiChecks(String document) {
    this.document = ApiDocument.of(document);
    this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(document).build();
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    var uri = URI.create(request.getURI());
    if (uri.getPath().startsWith("/v1/") && isJson(response)) {
      check(request, uri, response);
    }
    return response;
  }

  private static boolean isJson(Response response) {
    var type = response.contentType();
    return type == null || type.isEmpty() || type.contains("json");
  }

  private void check(FilterableRequestSpecification request, URI uri, Response response) {
    var method = Request.Method.valueOf(request.getMethod());
    var answered = validator.validateResponse(uri.getRawPath(), method, simple(response));
    if (isUnknownOperation(answered) || response.statusCode() == NOT_ALLOWED) {
      require(OF_NO_OPERATION.contains(response.statusCode()), request, answered);
      return;
    }
    require(!answered.hasErrors(), request, answered);
    if (response.header(POSITION_HEADER) != null && !describesPosition(method, uri, response)) {
      throw new AssertionError(
          "%s %s answers a %s: say so with @AnswersPosition"
              .formatted(method, uri.getPath(), POSITION_HEADER));
    }
    if (response.statusCode() < REFUSED && !takesBadItems(request.getMethod(), uri.getPath())) {
      var asked = validator.validateRequest(simple(request, uri));
      require(asked.getMessages().stream().allMatch(ApiChecks::isHarmless), request, asked);
    }
  }

  private boolean describesPosition(Request.Method verb, URI uri, Response response) {
    return document
        .operation(verb.name(), uri.getPath())
        .filter(operation -> operation.documentsHeader(response.statusCode(), POSITION_HEADER))
        .isPresent();
  }

  /** A bulk operation accepts a request with bad items, and answers for each of them. */
  private boolean takesBadItems(String verb, String path) {
    return document.operation(verb, path).filter(ApiOperation::isBulk).isPresent();
  }

  private static boolean isHarmless(ValidationReport.Message message) {
    return message.getLevel() != ValidationReport.Level.ERROR
        || message.getKey().endsWith(NOT_JSON)
        || message.getKey().equals(NO_ARRAY) && isOfArray(message);
  }

  private static boolean isOfArray(ValidationReport.Message message) {
    return message
        .getContext()
        .flatMap(ValidationReport.MessageContext::getParameter)
        .map(parameter -> parameter.getSchema().getTypes())
        .filter(types -> types != null && types.contains("array"))
        .isPresent();
  }

  private static boolean isUnknownOperation(ValidationReport report) {
    return report.getMessages().stream()
        .anyMatch(
            m ->
                m.getKey().equals("validation.request.path.missing")
                    || m.getKey().equals("validation.request.operation.notAllowed"));
  }

  private static SimpleResponse simple(Response response) {
    var builder = SimpleResponse.Builder.status(response.statusCode());
    response.headers().forEach(header -> builder.withHeader(header.getName(), header.getValue()));
    if (response.asByteArray().length > 0) {
      builder.withBody(response.asByteArray());
    }
    return builder.build();
  }

  private static SimpleRequest simple(FilterableRequestSpecification request, URI uri) {
    var builder = new SimpleRequest.Builder(request.getMethod(), uri.getRawPath());
    request.getHeaders().forEach(header -> builder.withHeader(header.getName(), header.getValue()));
    if (uri.getRawQuery() != null) {
      for (var pair : uri.getRawQuery().split("&")) {
        var parts = pair.split("=", 2);
        builder.withQueryParam(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
      }
    }
    switch ((Object) request.getBody()) {
      case null -> {}
      case byte[] bytes -> builder.withBody(bytes);
      case Object body -> builder.withBody(body.toString());
    }
    return builder.build();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void require(
      boolean holds, FilterableRequestSpecification request, ValidationReport report) {
    if (!holds) {
      throw new AssertionError(
          "%s %s %s is not as the OpenAPI document says: %s"
              .formatted(
                  request.getMethod(),
                  request.getURI(),
                  request.getBody() instanceof byte[] bytes ? new String(bytes) : request.getBody(),
                  report.getMessages().stream()
                      .map(Object::toString)
                      .collect(Collectors.joining("\n"))));
    }
  }
}
