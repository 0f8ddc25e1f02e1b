package io.github.langgan.customer.correction;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.correction.CorrectionResult.Corrected;
import io.github.langgan.customer.correction.CorrectionResult.IdentifierTaken;
import io.github.langgan.customer.correction.CorrectionResult.SharedCustomer;
import io.github.langgan.customer.correction.CorrectionResult.Unchanged;
import io.github.langgan.customer.correction.CorrectionResult.UnknownCustomer;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.representation.CustomerView;
import io.github.langgan.customer.representation.IdentifierProblem;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * What whoever corrects a customer is told: the customer as it is now, or why it stays as it was.
 */
public final class CorrectionAnswer {

  private static final ProblemType SHARED = ProblemType.of("shared-customer");

  private CorrectionAnswer() {}

  public static Response of(CorrectionResult result, Supplier<Problem> missing) {
    return switch (result) {
      case Corrected(var customer, var position) ->
          answer(customer).header(ReadAfter.POSITION_HEADER, position).build();
      case Unchanged(var customer) -> answer(customer).build();
      case UnknownCustomer() -> throw missing.get();
      case SharedCustomer() -> throw Problem.of(SHARED);
      case IdentifierTaken(var identifier, var holder) ->
          throw IdentifierProblem.taken(identifier, holder);
    };
  }

  private static Response.ResponseBuilder answer(Customer customer) {
    return Response.ok(CustomerView.from(customer)).tag(ETags.of(customer.version()));
  }
}
