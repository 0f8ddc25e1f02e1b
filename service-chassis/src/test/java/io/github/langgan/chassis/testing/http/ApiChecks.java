package io.github.langgan.chassis.testing.http;

import static io.github.langgan.chassis.inbox.ReadAfter.POSITION_HEADER;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.Map;
import java.util.Optional;
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

  /** Headers that the description names where an annotation says so. */
  private static final Map<String, String> SAID_BY =
      Map.of(POSITION_HEADER, "@AnswersPosition", "Content-Location", "@FollowsAliases");

  private final OpenApiInteractionValidator validator;

  private final ApiDocument document;

  ApiChecks(String document) {
    this.document = ApiDocument.of(document);
    this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(document).build();
  }

  /** Those that every test of the module has; none while the service has stored no document. */
  static Optional<ApiChecks> installed() {
    return RestAssured.filters().stream()
        .filter(ApiChecks.class::isInstance)
        .map(ApiChecks.class::cast)
        .findFirst();
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    check(RestAssuredExchange.of(request, response));
    return response;
  }

  void check(Exchange exchange) {
    var type = exchange.answer().contentType();
    if (exchange.path().startsWith("/v1/") && (type.isEmpty() || type.contains("json"))) {
      checkJson(exchange);
    }
  }

  private void checkJson(Exchange exchange) {
    var status = exchange.answer().statusCode();
    var answered =
        validator.validateResponse(
            exchange.uri().getRawPath(), exchange.method(), exchange.response());
    if (isUnknownOperation(answered) || status == NOT_ALLOWED) {
      require(OF_NO_OPERATION.contains(status), exchange, answered);
      return;
    }
    require(!answered.hasErrors(), exchange, answered);
    SAID_BY.forEach((header, annotation) -> requireDescribed(exchange, header, annotation));
    if (status < REFUSED && !takesBadItems(exchange)) {
      var asked = validator.validateRequest(exchange.request());
      require(asked.getMessages().stream().allMatch(ApiChecks::isHarmless), exchange, asked);
    }
  }

  private void requireDescribed(Exchange exchange, String header, String annotation) {
    if (exchange.answer().headers().firstValue(header).isPresent()
        && document
            .operation(exchange.verb(), exchange.path())
            .filter(o -> o.documentsHeader(exchange.answer().statusCode(), header))
            .isEmpty()) {
      throw new AssertionError(
          "%s %s answers a %s: say so with %s"
              .formatted(exchange.verb(), exchange.path(), header, annotation));
    }
  }

  /** A bulk operation accepts a request with bad items, and answers for each of them. */
  private boolean takesBadItems(Exchange exchange) {
    return document
        .operation(exchange.verb(), exchange.path())
        .filter(ApiOperation::isBulk)
        .isPresent();
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

  private static void require(boolean holds, Exchange exchange, ValidationReport report) {
    if (!holds) {
      throw new AssertionError(
          "%s is not as the OpenAPI document says: %s"
              .formatted(
                  exchange,
                  report.getMessages().stream()
                      .map(Object::toString)
                      .collect(Collectors.joining("\n"))));
    }
  }
}
