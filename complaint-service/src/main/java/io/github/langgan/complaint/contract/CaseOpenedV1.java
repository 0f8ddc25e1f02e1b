package io.github.langgan.complaint.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.complaint.model.Case;
import java.time.Instant;
import java.util.UUID;

public record CaseOpenedV1(
    UUID caseId,
    UUID customerId,
    String kind,
    String channel,
    String category,
    String status,
    Instant openedAt,
    Instant resolutionDueAt,
    Person person)
    implements PersonalEvent {

  /** What the customer said, apart from the rest, so that it can be dropped as a whole. */
  public record Person(String subject) {}

  static CaseOpenedV1 from(Case opened) {
    return new CaseOpenedV1(
        opened.id().value(),
        opened.owner().cameFor().value(),
        opened.matter().kind().name(),
        opened.matter().channel(),
        opened.matter().category(),
        opened.status().name(),
        opened.progress().openedAt(),
        opened.clock().dueAt(),
        new Person(opened.matter().subject()));
  }

  @Override
  public String type() {
    return "case.opened";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public String subject() {
    return caseId.toString();
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
