package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.registration.RegisterCustomer;
import java.util.function.UnaryOperator;

/** A row as it was read. */
sealed interface ReadRow {

  /** Of the file, where the row begins, from 1. */
  long line();

  /**
   * @param located says the same of the file that it says of the body
   */
  record Good(long line, RegisterCustomer body, UnaryOperator<Problem> located)
      implements ReadRow {}

  record Bad(long line, Problem problem) implements ReadRow {}
}
