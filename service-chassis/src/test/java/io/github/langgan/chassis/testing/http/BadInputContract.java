package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The bad-input table over every operation of the service's stored OpenAPI document. Extend it with
 * {@code @QuarkusTest}. Good calls are made of the operations' examples; each attack changes one
 * thing, and none may change a row.
 */
public abstract class BadInputContract
    implements BadTokens, BadBodies, BadFields, BadAddresses, BadConditions {

  @Inject Jdbi jdbi;
  private Map<String, Long> rows = Map.of();

  @Override
  public Jdbi jdbi() {
    return jdbi;
  }

  @BeforeEach
  void countRows() {
    prepare();
    rows = TableRows.count(jdbi);
  }

  @AfterEach
  void nothingWasStored() {
    assertThat(TableRows.count(jdbi)).as("rows of each table").isEqualTo(rows);
  }

  static Stream<ApiOperation> operations() {
    return those(operation -> true);
  }

  static Stream<ApiOperation> protectedOperations() {
    return those(operation -> !operation.isOpenToAll());
  }

  static Stream<ApiOperation> scopedOperations() {
    return those(operation -> !operation.scopes().isEmpty());
  }

  static Stream<ApiOperation> operationsWithBody() {
    return those(operation -> operation.jsonMediaType().isPresent());
  }

  static Stream<ApiOperation> singleBodies() {
    return those(operation -> operation.jsonMediaType().isPresent() && !operation.isBulk());
  }

  static Stream<ApiOperation> bulkBodies() {
    return those(operation -> operation.jsonMediaType().isPresent() && operation.isBulk());
  }

  static Stream<ApiOperation> listings() {
    return those(operation -> operation.hasParameter("query", "cursor"));
  }

  static Stream<ApiOperation> jsonAnswers() {
    return those(ApiOperation::answersJson);
  }

  static Stream<ApiOperation> keyedOperations() {
    return those(operation -> operation.requires("Idempotency-Key"));
  }

  static Stream<ApiOperation> conditionalOperations() {
    return those(operation -> operation.requires("If-Match"));
  }

  private static Stream<ApiOperation> those(Predicate<ApiOperation> wanted) {
    return ApiDocument.stored().operations().stream().filter(wanted);
  }
}
