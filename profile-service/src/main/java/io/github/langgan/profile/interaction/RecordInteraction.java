package io.github.langgan.profile.interaction;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.contract.InteractionRecordedV1;
import io.github.langgan.profile.model.Owner;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Records a contact with a customer, which the timeline then tells of. */
@Singleton
public class RecordInteraction {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Jdbi jdbi;
  private final Outbox outbox;

  RecordInteraction(Aliases aliases, ErasedSubjects erased, Jdbi jdbi, Outbox outbox) {
    this.aliases = aliases;
    this.erased = erased;
    this.jdbi = jdbi;
    this.outbox = outbox;
  }

  /**
   * Where it stands.
   *
   * @param customerId whom it was noted for
   */
  public record Noted(UUID customerId, Position position) {}

  /** Empty when the customer was erased. */
  @Transactional
  public Optional<Noted> record(InteractionRecordedV1 interaction) {
    UUID named = interaction.customerId();
    Owner owner = new Owner(aliases.resolve(named), named);
    if (erased.contains(named)) {
      return Optional.empty();
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO interaction (interaction_id, customer_id, came_for, channel,
                           direction, occurred_at, recorded_at, summary)
                    VALUES (:id, :customer, :cameFor, :channel, :direction, :occurredAt,
                            :recordedAt, :summary)
                    """)
                .bind("id", interaction.interactionId())
                .bind("customer", owner.customerId())
                .bind("cameFor", owner.cameForOther())
                .bind("channel", interaction.channel())
                .bind("direction", interaction.direction())
                .bind("occurredAt", interaction.occurredAt().atOffset(ZoneOffset.UTC))
                .bind("recordedAt", interaction.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("summary", interaction.person().summary())
                .execute());
    return Optional.of(new Noted(owner.customerId(), outbox.append(interaction)));
  }
}
