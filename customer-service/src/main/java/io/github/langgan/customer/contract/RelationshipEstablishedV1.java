package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.customer.model.network.Relationship;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said what one node of the network is to another. The first event of its key.
 *
 * @param relationship what {@code to} is to {@code from}
 * @param validUntil the first day on which it no longer holds
 * @param strength from 0 to 1, as stated
 * @param partner that brought it; null when the company's own staff did
 */
public record RelationshipEstablishedV1(
    UUID relationshipId,
    String relationship,
    NodeV1 from,
    NodeV1 to,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable BigDecimal strength,
    @Nullable String partner,
    SourceV1 source,
    Instant establishedAt)
    implements PublishedEvent {

  public static RelationshipEstablishedV1 of(Relationship one) {
    return new RelationshipEstablishedV1(
        one.id(),
        one.stated().type().name(),
        NodeV1.of(one.stated().from()),
        NodeV1.of(one.stated().to()),
        one.period().from(),
        one.period().until(),
        one.strength(),
        one.by().partner(),
        SourceV1.of(one.source()),
        one.recordedAt());
  }

  @Override
  public String type() {
    return "relationship.established";
  }

  @Override
  public UUID key() {
    return relationshipId;
  }
}
