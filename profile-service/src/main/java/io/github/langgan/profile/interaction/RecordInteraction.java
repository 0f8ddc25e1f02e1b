package io.github.langgan.profile.interaction;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.contract.InteractionRecordedV1;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Records a contact with a customer, which the timeline then tells of. */
@Singleton
public class RecordInteraction {

  private final Jdbi jdbi;
  private final Outbox outbox;

  RecordInteraction(Jdbi jdbi, Outbox outbox) {
    this.jdbi = jdbi;
    this.outbox = outbox;
  }

  @Transactional
  public Position record(InteractionRecordedV1 interaction) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO interaction (interaction_id, customer_id, channel, direction,
                           occurred_at, recorded_at, summary)
                    VALUES (:id, :customer, :channel, :direction, :occurredAt, :recordedAt, :summary)
                    """)
                .bind("id", interaction.interactionId())
                .bind("customer", interaction.customerId())
                .bind("channel", interaction.channel())
                .bind("direction", interaction.direction())
                .bind("occurredAt", interaction.occurredAt().atOffset(ZoneOffset.UTC))
                .bind("recordedAt", interaction.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("summary", interaction.person().summary())
                .execute());
    return outbox.append(interaction);
  }
}
