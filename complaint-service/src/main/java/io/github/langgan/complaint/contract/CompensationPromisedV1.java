package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.complaint.model.CaseEvent.CompensationPromised;
import java.time.Instant;
import java.util.UUID;

public record CompensationPromisedV1(
    UUID compensationId, UUID caseId, UUID customerId, long points, Instant promisedAt)
    implements PublishedEvent {

  static CompensationPromisedV1 from(CompensationPromised event) {
    return new CompensationPromisedV1(
        event.compensation().id().value(),
        event.id().value(),
        event.customer().value(),
        event.compensation().points().value(),
        event.compensation().promisedAt());
  }

  @Override
  public String type() {
    return "compensation.promised";
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
