package io.github.langgan.loyalty.access;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.CustomerId;
import jakarta.inject.Singleton;

/** Keeps a calling customer to itself; its token may name a record that was merged since. */
@Singleton
public class OwnCustomer {

  private final Caller caller;
  private final Aliases aliases;

  OwnCustomer(Caller caller, Aliases aliases) {
    this.caller = caller;
    this.aliases = aliases;
  }

  /**
   * @param customer whom a record means now, not the record
   */
  public boolean maySee(CustomerId customer) {
    return !caller.isCustomer()
        || caller
            .customerId()
            .filter(claimed -> aliases.current(claimed).equals(customer.value()))
            .isPresent();
  }
}
