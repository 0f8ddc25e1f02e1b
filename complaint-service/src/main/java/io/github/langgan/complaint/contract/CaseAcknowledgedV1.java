package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.complaint.model.CaseEvent.Acknowledged;
import io.github.langgan.complaint.model.CaseStatus;
import java.time.Instant;
import java.util.UUID;

public record CaseAcknowledgedV1(
    UUID caseId, UUID customerId, Instant acknowledgedAt, String status) implements PublishedEvent {

  static CaseAcknowledgedV1 from(Acknowledged event) {
    return new CaseAcknowledgedV1(
        event.id().value(), event.customer().value(), event.at(), CaseStatus.ACKNOWLEDGED.name());
  }

  @Override
  public String type() {
    return "case.acknowledged";
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
