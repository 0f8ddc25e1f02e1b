package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.time.Instant;
import java.util.UUID;

public record PointsCompensationRefusedV1(
    UUID customerId, UUID compensationId, UUID caseId, Reason reason, Instant at)
    implements PublishedEvent {

  public enum Reason {
    /** The customer is no member, so there is no account to credit. */
    NO_MEMBERSHIP
  }

  @Override
  public String type() {
    return "points.compensation-refused";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public String subject() {
    return compensationId.toString();
  }
}
