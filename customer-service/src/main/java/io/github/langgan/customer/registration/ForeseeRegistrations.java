package io.github.langgan.customer.registration;

import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Says what would come of registrations, and registers nobody. */
@Singleton
public class ForeseeRegistrations {

  private final NewCustomers customers;
  private final RegisterCustomers register;

  ForeseeRegistrations(NewCustomers customers, RegisterCustomers register) {
    this.customers = customers;
    this.register = register;
  }

  /**
   * What stands in the way of each, in the same order; empty for those that would be registered.
   * That they may stand in each other's way is not looked at.
   */
  public List<Optional<RegistrationResult>> foresee(
      List<Registration> registrations, Registrant by, Visibility visibility) {
    List<Candidate> candidates = register.candidates(registrations, by);
    Obstacles obstacles = customers.obstacles(candidates);
    return candidates.stream()
        .map(candidate -> RegisterCustomers.refusal(candidate, obstacles, visibility))
        .toList();
  }
}
