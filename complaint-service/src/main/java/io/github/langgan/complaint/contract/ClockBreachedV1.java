package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.complaint.model.CaseEvent.ClockBreached;
import java.time.Instant;
import java.util.UUID;

public record ClockBreachedV1(
    UUID caseId, UUID customerId, String clock, Instant dueAt, Instant breachedAt)
    implements PublishedEvent {

  static ClockBreachedV1 from(ClockBreached event) {
    return new ClockBreachedV1(
        event.id().value(),
        event.customer().value(),
        "RESOLUTION",
        event.dueAt(),
        event.breachedAt());
  }

  @Override
  public String type() {
    return "clock.breached";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public String subject() {
    return caseId.toString();
  }
}
