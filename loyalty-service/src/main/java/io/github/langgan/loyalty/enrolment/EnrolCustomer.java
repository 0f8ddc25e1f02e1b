package io.github.langgan.loyalty.enrolment;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.ProgramId;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits a little, outside any transaction, for a customer that was perhaps just registered. */
@Singleton
class EnrolCustomer {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Aliases aliases;
  private final Customers customers;
  private final OpenMembership openMembership;

  EnrolCustomer(Aliases aliases, Customers customers, OpenMembership openMembership) {
    this.aliases = aliases;
    this.customers = customers;
    this.openMembership = openMembership;
  }

  /**
   * @param customer any record of the customer
   */
  Enrolment enrol(CustomerId customer, ProgramId program) {
    return Positions.await(() -> isRegistered(customer), PATIENCE)
        ? openMembership.open(customer, program)
        : new Enrolment.UnknownCustomer();
  }

  private boolean isRegistered(CustomerId record) {
    return customers.isRegistered(aliases.meaning(aliases.current(record.value())));
  }
}
