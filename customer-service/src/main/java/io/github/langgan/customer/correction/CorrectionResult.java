package io.github.langgan.customer.correction;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import org.jspecify.annotations.Nullable;

/** What came of a correction. */
public sealed interface CorrectionResult {

  record Corrected(Customer customer, Position position) implements CorrectionResult {}

  /** It was so already. */
  record Unchanged(Customer customer) implements CorrectionResult {}

  /** There is none, or none that the caller may see. */
  record UnknownCustomer() implements CorrectionResult {}

  /** The caller sees a part of it only: records that others registered were merged with it. */
  record SharedCustomer() implements CorrectionResult {}

  /**
   * @param holder null when the caller may not see who it is
   */
  record IdentifierTaken(Identifier identifier, @Nullable CustomerId holder)
      implements CorrectionResult {}
}
