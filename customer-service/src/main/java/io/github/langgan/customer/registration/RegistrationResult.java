package io.github.langgan.customer.registration;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import org.jspecify.annotations.Nullable;

/** What came of a registration. */
public sealed interface RegistrationResult {

  record Registered(Customer customer, Position position) implements RegistrationResult {}

  /** The same registrant said the same before; the record may have been corrected since. */
  record AlreadyRegistered(CustomerId id, int version) implements RegistrationResult {}

  /**
   * @param holder null when the registrant may not see who it is
   */
  record IdentifierTaken(Identifier identifier, @Nullable CustomerId holder)
      implements RegistrationResult {}
}
