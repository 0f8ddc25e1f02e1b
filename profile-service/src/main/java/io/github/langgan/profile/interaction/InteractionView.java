package io.github.langgan.profile.interaction;

import io.github.langgan.profile.contract.InteractionRecordedV1;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as recorded. */
@Schema(name = "Interaction")
public record InteractionView(
    UUID interactionId,
    UUID customerId,
    String channel,
    String direction,
    Instant occurredAt,
    Instant recordedAt,
    String summary) {

  static InteractionView from(InteractionRecordedV1 interaction) {
    return new InteractionView(
        interaction.interactionId(),
        interaction.customerId(),
        interaction.channel(),
        interaction.direction(),
        interaction.occurredAt(),
        interaction.recordedAt(),
        interaction.person().summary());
  }
}
