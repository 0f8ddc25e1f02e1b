package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/**
 * The bad-input table over every operation of the service's stored OpenAPI document. Extend it with
 * {@code @QuarkusTest}. Good calls are made of the operations' examples; each attack changes one
 * thing, and none may change a row.
 */
public abstract class BadInputContract
    implements BadTokens, BadBodies, BadFields, BadAddresses, BadConditions {

  @Inject Jdbi jdbi;

  /** As the attack before left them. */
  private static Map<String, Long> rows = Map.of();

  @Override
  public Jdbi jdbi() {
    return jdbi;
  }

  @BeforeAll
  static void othersMayHaveWritten() {
    rows = Map.of();
  }

  @BeforeEach
  void countRows() {
    prepare();
    if (rows.isEmpty()) {
      rows = TableRows.count(jdbi);
    }
  }

  @AfterEach
  void nothingWasStored(TestInfo attack) {
    var before = rows;
    rows = TableRows.count(jdbi);
    assertThat(rows)
        .as("rows of each table after %s %s", attack.getTestMethod(), attack.getDisplayName())
        .isEqualTo(before);
  }

  static Stream<ApiOperation> operations() {
    return those(operation -> true);
  }

  static Stream<ApiOperation> protectedOperations() {
    return those(ApiOperation::needsAccessToken);
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
