package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.customer.model.network.Relationship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relationship ended before the time that was stated.
 *
 * @param relationship what {@code to} was to {@code from}
 * @param validUntil the first day on which it no longer holds; {@code validFrom} when it never did
 */
public record RelationshipEndedV1(
    UUID relationshipId,
    String relationship,
    NodeV1 from,
    NodeV1 to,
    @Nullable LocalDate validFrom,
    LocalDate validUntil,
    Instant endedAt)
    implements PublishedEvent {

  public static RelationshipEndedV1 of(Relationship one, LocalDate until, Instant at) {
    return new RelationshipEndedV1(
        one.id(),
        one.stated().type().name(),
        NodeV1.of(one.stated().from()),
        NodeV1.of(one.stated().to()),
        one.period().from(),
        until,
        at);
  }

  @Override
  public String type() {
    return "relationship.ended";
  }

  @Override
  public UUID key() {
    return relationshipId;
  }
}
