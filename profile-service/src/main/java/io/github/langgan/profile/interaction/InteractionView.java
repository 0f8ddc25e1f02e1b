package io.github.langgan.profile.interaction;

import io.github.langgan.profile.model.Interaction;
import io.github.langgan.profile.model.Owner;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact as recorded. */
@Schema(name = "Interaction")
public record InteractionView(
    @Schema(required = true) UUID interactionId,
    @Schema(
            description =
                "Whom it was noted for: of a merged record, the customer that it means now. Absent"
                    + " while the identifier means nobody")
        @Nullable UUID customerId,
    @Schema(required = true) String channel,
    @Schema(required = true) String direction,
    @Schema(required = true) Instant occurredAt,
    @Schema(required = true) Instant recordedAt,
    @Schema(required = true) String summary) {

  static InteractionView from(Interaction interaction) {
    Owner owner = interaction.owner();
    return new InteractionView(
        interaction.interactionId(),
        owner == null ? null : owner.customerId(),
        interaction.channel(),
        interaction.direction(),
        interaction.occurredAt(),
        interaction.recordedAt(),
        interaction.summary());
  }
}
