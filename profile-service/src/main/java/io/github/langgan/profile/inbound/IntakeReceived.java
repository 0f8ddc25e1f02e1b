package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code intake.received}: a form that the customer filled in.
 *
 * @param receivedAt when the customer handed it in
 */
record IntakeReceived(
    UUID intakeId,
    UUID customerId,
    String form,
    String outcome,
    @Nullable Product product,
    Instant receivedAt) {

  static final String TYPE = "intake.received";

  record Product(String code, @Nullable String name) {}

  TimelineEntry entry(ReceivedEvent event, Owners owners) {
    Map<String, Object> details = new HashMap<>(Map.of("form", form, "outcome", outcome));
    if (product != null) {
      details.put("product", product);
    }
    return TimelineEntry.of(event, owners.of(customerId), receivedAt, "INTAKE", intakeId, details);
  }
}
