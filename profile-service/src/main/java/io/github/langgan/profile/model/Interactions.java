package io.github.langgan.profile.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Contacts with customers, and with those of whom nobody knows yet who they are. */
@Singleton
public class Interactions {

  private static final String ADD =
      """
      INSERT INTO interaction (interaction_id, customer_id, came_for, channel, direction,
                               occurred_at, recorded_at, summary)
      VALUES (:id, :customer, :cameFor, :channel, :direction, :occurredAt, :recordedAt, :summary)
      """;

  private static final String WAIT =
      """
      INSERT INTO waiting_interaction (interaction_id, reference, channel, direction, occurred_at,
                                       recorded_at, summary)
      VALUES (:id, :reference, :channel, :direction, :occurredAt, :recordedAt, :summary)
      """;

  /** Whoever else gives some of them away has them. */
  private static final String ATTRIBUTE =
      """
      WITH meaning AS (
        SELECT * FROM unnest(:references::text[], :customers::uuid[], :cameFor::uuid[])
                      AS m (reference, customer_id, came_for)
      ), taken AS (
        DELETE FROM waiting_interaction
         WHERE interaction_id IN (
                 SELECT w.interaction_id
                   FROM meaning m
                   JOIN waiting_interaction w ON w.reference = m.reference
                  ORDER BY w.interaction_id LIMIT :most
                    FOR UPDATE OF w SKIP LOCKED)
        RETURNING *
      )
      INSERT INTO interaction (interaction_id, customer_id, came_for, channel, direction,
                               occurred_at, recorded_at, summary)
      SELECT t.interaction_id, m.customer_id, m.came_for, t.channel, t.direction, t.occurred_at,
             t.recorded_at, t.summary
        FROM taken t JOIN meaning m USING (reference)
      RETURNING *
      """;

  private final Jdbi jdbi;

  Interactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Of an owner. */
  public void add(Interaction interaction) {
    Owner owner = Objects.requireNonNull(interaction.owner());
    jdbi.useHandle(
        handle ->
            said(handle.createUpdate(ADD), interaction)
                .bind("customer", owner.customerId())
                .bindByType("cameFor", owner.cameForOther(), UUID.class)
                .execute());
  }

  /** Until the reference means a customer. */
  public void await(Interaction interaction, CustomerReference reference) {
    jdbi.useHandle(
        handle ->
            said(handle.createUpdate(WAIT), interaction)
                .bind("reference", reference.text())
                .execute());
  }

  private static Update said(Update update, Interaction interaction) {
    return update
        .bind("id", interaction.interactionId())
        .bind("channel", interaction.channel())
        .bind("direction", interaction.direction())
        .bind("occurredAt", interaction.occurredAt().atOffset(ZoneOffset.UTC))
        .bind("recordedAt", interaction.recordedAt().atOffset(ZoneOffset.UTC))
        .bind("summary", interaction.summary());
  }

  /** Gives some of those that wait to the customers that their references mean now. */
  public List<Interaction> attribute(Map<CustomerReference, Owner> owners, int most) {
    Columns<CustomerReference> columns = Columns.of(owners.keySet());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ATTRIBUTE)
                .bind("references", columns.texts(CustomerReference::text))
                .bind("customers", columns.uuids(named -> owners.get(named).customerId()))
                .bind("cameFor", columns.uuids(named -> owners.get(named).cameForOther()))
                .bind("most", most)
                .mapTo(Row.class)
                .map(Row::interaction)
                .list());
  }

  private record Row(
      UUID interactionId,
      UUID customerId,
      @Nullable UUID cameFor,
      String channel,
      String direction,
      Instant occurredAt,
      Instant recordedAt,
      String summary) {

    Interaction interaction() {
      return new Interaction(
          interactionId,
          channel,
          direction,
          occurredAt,
          recordedAt,
          summary,
          Owner.of(customerId, cameFor));
    }
  }
}
