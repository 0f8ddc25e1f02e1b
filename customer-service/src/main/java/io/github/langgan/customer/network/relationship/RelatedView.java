package io.github.langgan.customer.network.relationship;

import io.github.langgan.customer.model.network.Relationship;
import io.github.langgan.customer.model.network.RelationshipType;
import io.github.langgan.customer.model.network.Relationships.Related;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RelatedNode", description = "Somebody, and what it is to whom was asked for.")
public record RelatedView(
    @Schema(required = true) UUID relationshipId,
    @Schema(required = true) RelationshipType type,
    @Schema(
            required = true,
            description = "What the other one is: the type, or its inverse",
            examples = "EMPLOYEE")
        String is,
    @Schema(required = true) NodeView other,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it no longer holds")
        @Nullable LocalDate validUntil,
    @Schema(required = true, description = "On the day that was asked for") BigDecimal strength,
    @Nullable BigDecimal statedStrength,
    @Schema(required = true) LocalDate confirmedOn,
    @Schema(description = "The partner that brought it, if one did") @Nullable String partner) {

  /**
   * @param being whose relationship it is
   * @param nodes by their ids
   */
  static RelatedView of(
      Related related, UUID being, BigDecimal strength, Map<UUID, NodeView> nodes) {
    Relationship one = related.relationship();
    return new RelatedView(
        one.id(),
        one.stated().type(),
        related.otherIs(being),
        Objects.requireNonNull(nodes.get(related.other(being).id())),
        one.period().from(),
        one.period().until(),
        strength,
        one.strength(),
        one.confirmedOn(),
        one.by().partner());
  }
}
