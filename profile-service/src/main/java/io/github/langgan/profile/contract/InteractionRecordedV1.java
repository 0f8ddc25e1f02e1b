package io.github.langgan.profile.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.profile.model.Interaction;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A contact with a customer over a channel.
 *
 * @param direction IN or OUT, as the company sees it
 */
public record InteractionRecordedV1(
    UUID interactionId,
    UUID customerId,
    String channel,
    String direction,
    Instant occurredAt,
    Instant recordedAt,
    Person person)
    implements PersonalEvent {

  /** What may be erased. */
  public record Person(String summary) {}

  /** Of an owner. */
  public static InteractionRecordedV1 of(Interaction interaction) {
    return new InteractionRecordedV1(
        interaction.interactionId(),
        Objects.requireNonNull(interaction.owner()).cameFor(),
        interaction.channel(),
        interaction.direction(),
        interaction.occurredAt(),
        interaction.recordedAt(),
        new Person(interaction.summary()));
  }

  @Override
  public String type() {
    return "interaction.recorded";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public String subject() {
    return interactionId.toString();
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
