package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.customer.model.CustomerId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row. It is kept for long, so it holds no personal data: no value of the row.
 *
 * @param row from 1, without header and blank lines
 * @param line of the file, where the row begins, from 1
 * @param customerId of a dry run: only of who is registered already
 */
record RowResult(
    long row,
    long line,
    RowOutcome outcome,
    @Nullable UUID customerId,
    @Nullable ProblemBody problem) {

  static RowResult registered(long row, long line, @Nullable CustomerId customer) {
    return new RowResult(row, line, RowOutcome.REGISTERED, value(customer), null);
  }

  static RowResult duplicate(long row, long line, @Nullable CustomerId customer) {
    return new RowResult(row, line, RowOutcome.DUPLICATE, value(customer), null);
  }

  static RowResult rejected(long row, long line, Problem problem) {
    return new RowResult(
        row, line, RowOutcome.REJECTED, null, ProblemBody.ofItem(problem, Locale.ENGLISH));
  }

  private static @Nullable UUID value(@Nullable CustomerId customer) {
    return customer == null ? null : customer.value();
  }
}
