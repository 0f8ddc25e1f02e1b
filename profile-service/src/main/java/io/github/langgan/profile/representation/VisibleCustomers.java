package io.github.langgan.profile.representation;

import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.profile.model.Customers;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Whom callers mean, and whom they may see: a customer only itself, under each of its ids. */
@Singleton
public class VisibleCustomers {

  private final Caller caller;
  private final Customers customers;
  private final AnsweredIds answered;

  VisibleCustomers(Caller caller, Customers customers, AnsweredIds answered) {
    this.caller = caller;
    this.customers = customers;
    this.answered = answered;
  }

  /**
   * The customer that an id means now, which the answer names; 404 if the caller may not see it.
   */
  public UUID meantBy(UUID id) {
    UUID customer = customers.current(id);
    if (caller.isCustomer() && !self().filter(customer::equals).isPresent()) {
      throw Problem.notFound();
    }
    answered.answer(id, customer);
    return customer;
  }

  /** The customer who calls; none when its token names nobody. */
  public Optional<UUID> self() {
    return caller.customerId().map(customers::current);
  }
}
