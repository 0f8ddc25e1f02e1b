package io.github.langgan.customer.network.relationship;

import io.github.langgan.customer.model.network.Relationship;
import io.github.langgan.customer.model.network.RelationshipType;
import io.github.langgan.customer.model.network.Relationships.Related;
import io.github.langgan.customer.representation.SourceBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Relationship", description = "What one node is to another: to is from's type.")
public record RelationshipView(
    @Schema(required = true) UUID relationshipId,
    @Schema(required = true) RelationshipType type,
    @Schema(required = true, description = "What from is to to") String inverse,
    @Schema(required = true) NodeView from,
    @Schema(required = true) NodeView to,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it no longer holds")
        @Nullable LocalDate validUntil,
    @Schema(
            required = true,
            description =
                "Today: what was stated, or 0.5, halved with each half-life since it was confirmed")
        BigDecimal strength,
    @Nullable BigDecimal statedStrength,
    @Schema(required = true) LocalDate confirmedOn,
    @Schema(required = true) SourceBody source,
    @Schema(description = "The partner that brought it, if one did") @Nullable String partner,
    @Schema(required = true) Instant recordedAt,
    @Schema(description = "When somebody told us that it ended") @Nullable Instant endedAt,
    @Nullable String endReason) {

  /**
   * @param strength of today
   * @param nodes by their ids
   */
  static RelationshipView of(Related related, BigDecimal strength, Map<UUID, NodeView> nodes) {
    Relationship one = related.relationship();
    Relationship.Ending ending = one.ending();
    return new RelationshipView(
        one.id(),
        one.stated().type(),
        one.stated().type().inverse(),
        Objects.requireNonNull(nodes.get(related.from().id())),
        Objects.requireNonNull(nodes.get(related.to().id())),
        one.period().from(),
        one.period().until(),
        strength,
        one.strength(),
        one.confirmedOn(),
        SourceBody.of(one.source()),
        one.by().partner(),
        one.recordedAt(),
        ending == null ? null : ending.at(),
        ending == null ? null : ending.reason());
  }
}
