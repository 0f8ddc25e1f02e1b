package io.github.langgan.complaint.representation;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.security.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Who calls, when that is a customer: the one that the token's id means now. */
@Singleton
public class Self {

  private final Caller caller;
  private final Aliases aliases;

  Self(Caller caller, Aliases aliases) {
    this.caller = caller;
    this.aliases = aliases;
  }

  /** Whether the caller may see what belongs to this customer: itself, or anybody's for staff. */
  public boolean maySee(UUID customer) {
    return !caller.isCustomer()
        || caller
            .customerId()
            .map(aliases::current)
            .filter(aliases.current(customer)::equals)
            .isPresent();
  }
}
