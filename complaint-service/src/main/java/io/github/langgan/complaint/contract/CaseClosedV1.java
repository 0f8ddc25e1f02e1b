package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.complaint.model.CaseEvent.Closed;
import io.github.langgan.complaint.model.CaseStatus;
import java.time.Instant;
import java.util.UUID;

public record CaseClosedV1(UUID caseId, UUID customerId, Instant closedAt, String status)
    implements PublishedEvent {

  static CaseClosedV1 from(Closed event) {
    return new CaseClosedV1(
        event.id().value(), event.customer().value(), event.at(), CaseStatus.CLOSED.name());
  }

  @Override
  public String type() {
    return "case.closed";
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
