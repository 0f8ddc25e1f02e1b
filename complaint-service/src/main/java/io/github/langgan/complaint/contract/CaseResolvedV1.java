package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.complaint.model.CaseEvent.Resolved;
import io.github.langgan.complaint.model.CaseStatus;
import java.time.Instant;
import java.util.UUID;

public record CaseResolvedV1(
    UUID caseId, UUID customerId, String kind, String category, Instant resolvedAt, String status)
    implements PublishedEvent {

  static CaseResolvedV1 from(Resolved event) {
    return new CaseResolvedV1(
        event.id().value(),
        event.customer().value(),
        event.kind().name(),
        event.category(),
        event.at(),
        CaseStatus.RESOLVED.name());
  }

  @Override
  public String type() {
    return "case.resolved";
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
