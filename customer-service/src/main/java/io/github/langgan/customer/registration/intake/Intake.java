package io.github.langgan.customer.registration.intake;

import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A form that was taken in.
 *
 * @param customerId the record that it came for, which may be merged into another since
 * @param supplemented pointers to what of the form the record lacked
 */
record Intake(
    UUID id,
    UUID customerId,
    String externalId,
    Source source,
    FormCustomer said,
    FormDetails details,
    Outcome outcome,
    List<String> supplemented,
    Registrant by,
    Instant recordedAt) {

  IntakeForm form() {
    return details.form();
  }

  Intake kept(UUID record, Outcome what, List<String> added) {
    return new Intake(id, record, externalId, source, said, details, what, added, by, recordedAt);
  }
}
