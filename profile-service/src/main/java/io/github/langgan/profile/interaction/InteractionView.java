package io.github.langgan.profile.interaction;

import io.github.langgan.profile.contract.InteractionRecordedV1;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as recorded. */
@Schema(name = "Interaction")
public record InteractionView(
    @Schema(required = true) UUID interactionId,
    @Schema(
            required = true,
            description =
                "Whom it was noted for: of a merged record, the customer that it means now")
        UUID customerId,
    @Schema(required = true) String channel,
    @Schema(required = true) String direction,
    @Schema(required = true) Instant occurredAt,
    @Schema(required = true) Instant recordedAt,
    @Schema(required = true) String summary) {

  static InteractionView from(InteractionRecordedV1 interaction, UUID customerId) {
    return new InteractionView(
        interaction.interactionId(),
        customerId,
        interaction.channel(),
        interaction.direction(),
        interaction.occurredAt(),
        interaction.recordedAt(),
        interaction.person().summary());
  }
}
