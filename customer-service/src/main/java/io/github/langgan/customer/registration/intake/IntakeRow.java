package io.github.langgan.customer.registration.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.model.Confidence;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code intake}. */
record IntakeRow(
    UUID id,
    IntakeForm form,
    String externalId,
    @Nullable String partner,
    UUID fingerprint,
    UUID customerId,
    Outcome outcome,
    String[] supplemented,
    Instant receivedAt,
    @Nullable BigDecimal confidence,
    String said,
    String details,
    String recordedBy,
    Instant recordedAt) {

  Intake intake() {
    return new Intake(
        id,
        customerId,
        externalId,
        new Source(form.name(), receivedAt, confidence == null ? null : new Confidence(confidence)),
        EventJson.read(said.getBytes(UTF_8), FormCustomer.class),
        EventJson.read(details.getBytes(UTF_8), form.details()),
        outcome,
        List.of(supplemented),
        new Registrant(partner, recordedBy),
        recordedAt);
  }
}
