package io.github.langgan.profile.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import java.time.Instant;
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
