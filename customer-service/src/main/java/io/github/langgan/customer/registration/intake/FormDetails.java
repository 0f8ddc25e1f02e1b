package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one kind of form asks for, besides who fills it in. */
public sealed interface FormDetails
    permits WarrantyCard, CreditApplication, ServiceRequest, MemberCard, WebForm {

  IntakeForm form();

  /** That it is about; null when it is about none. */
  default @Nullable Product product() {
    return null;
  }

  /**
   * What no single value shows.
   *
   * @param latest the last day that has begun anywhere
   * @return with pointers that begin here
   */
  default List<FieldError> errors(LocalDate latest) {
    return List.of();
  }
}
