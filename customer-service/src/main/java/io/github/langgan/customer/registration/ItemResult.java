package io.github.langgan.customer.registration;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RegistrationItem", description = "What came of one item of a batch.")
public record ItemResult(
    @Schema(required = true, description = "Its place in the request, from 0") int index,
    @Schema(required = true) Outcome outcome,
    @Schema(
            required = true,
            description = "What the item would have been answered alone",
            examples = "201")
        int status,
    @Nullable UUID customerId,
    @Nullable Integer version,
    @Schema(description = "For Langgan-Position, when the customer was registered")
        @Nullable String position,
    @Nullable ProblemBody problem) {

  private static final int CREATED = 201;
  private static final int OK = 200;

  /** Of one item. */
  @Schema(
      name = "RegistrationOutcome",
      description = "DUPLICATE: the same was registered before, and is answered with its customer.")
  public enum Outcome {
    REGISTERED,
    DUPLICATE,
    REJECTED
  }

  static ItemResult registered(int index, Customer customer, Position position) {
    return new ItemResult(
        index,
        Outcome.REGISTERED,
        CREATED,
        customer.id().value(),
        customer.version(),
        position.toString(),
        null);
  }

  static ItemResult duplicate(int index, CustomerId id, int version) {
    return new ItemResult(index, Outcome.DUPLICATE, OK, id.value(), version, null, null);
  }

  static ItemResult rejected(int index, ProblemBody problem) {
    return new ItemResult(index, Outcome.REJECTED, problem.status(), null, null, null, problem);
  }
}
