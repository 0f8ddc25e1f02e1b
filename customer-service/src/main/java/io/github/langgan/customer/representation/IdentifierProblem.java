package io.github.langgan.customer.representation;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import org.jspecify.annotations.Nullable;

/** What callers are told about an identifier that another customer has. */
public final class IdentifierProblem {

  private static final ProblemType TAKEN = ProblemType.of("identifier-taken");

  private IdentifierProblem() {}

  /**
   * @param holder null for callers who may not know
   */
  public static Problem taken(Identifier identifier, @Nullable CustomerId holder) {
    Problem problem =
        Problem.of(TAKEN, "Another customer has this identifier")
            .with("source", identifier.source())
            .with("value", identifier.value());
    return holder == null ? problem : problem.with("customerId", holder.value());
  }
}
