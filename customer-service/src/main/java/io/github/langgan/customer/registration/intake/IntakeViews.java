package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Confidences;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Intakes beside what the caller sees of their customers. */
@Singleton
class IntakeViews {

  private final Customers customers;
  private final Confidences confidences;
  private final CallerRights rights;

  IntakeViews(Customers customers, Confidences confidences, CallerRights rights) {
    this.customers = customers;
    this.confidences = confidences;
    this.rights = rights;
  }

  /** The partner that calls, which sees what it sent; null for others. */
  @Nullable String sender() {
    return rights.visibility() instanceof Visibility.RegisteredBy(String partner) ? partner : null;
  }

  /** Throws 404 for callers who don't see the customer. */
  IntakeView of(Intake intake) {
    return of(
        intake,
        customers
            .find(new CustomerId(intake.customerId()), rights.visibility())
            .orElseThrow(Problem::notFound));
  }

  IntakeView of(Intake intake, Customer customer) {
    return IntakeView.of(
        intake, FormCustomer.of(customer.particulars()), confidences.of(intake.source()));
  }
}
