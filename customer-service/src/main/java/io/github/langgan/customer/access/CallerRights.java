package io.github.langgan.customer.access;

import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner sees what it registered, a customer itself, the company's own staff everything. Only
 * partners and staff write: what a customer says of itself needs a proof first.
 */
@Singleton
public class CallerRights {

  private final Caller caller;
  private final AskedSubjects asked;

  CallerRights(Caller caller, AskedSubjects asked) {
    this.caller = caller;
    this.asked = asked;
  }

  public Visibility visibility() {
    if (caller.isCustomer()) {
      return new Visibility.Oneself(
          new CustomerId(caller.customerId().orElseThrow(CallerRights::forbidden)));
    }
    return partner()
        .<Visibility>map(Visibility.RegisteredBy::new)
        .orElseGet(Visibility.Everyone::new);
  }

  /** The company's own: neither a partner nor a customer. */
  public boolean isStaff() {
    return visibility() instanceof Visibility.Everyone;
  }

  /** Of a customer whom the caller sees none of: not found, and erased to staff, if it was. */
  public Problem missing(UUID id) {
    return asked.missing(id);
  }

  /** For a question about one customer that is answered from more than its record; none if null. */
  public void requireNotErased(@Nullable UUID id) {
    if (id != null) {
      asked.requireNotErased(id);
    }
  }

  public Registrant registrant() {
    if (caller.isCustomer()) {
      throw forbidden();
    }
    return new Registrant(partner().orElse(null), caller.subject());
  }

  /** For what only the company's own people do. */
  public Registrant staff() {
    Registrant by = registrant();
    if (by.partner() != null) {
      throw forbidden();
    }
    return by;
  }

  private Optional<String> partner() {
    return caller.roles().contains("partner")
        ? Optional.of(caller.requirePartner())
        : caller.partner();
  }

  private static Problem forbidden() {
    return Problem.of(Problems.FORBIDDEN);
  }
}
