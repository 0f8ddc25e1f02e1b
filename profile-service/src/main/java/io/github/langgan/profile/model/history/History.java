package io.github.langgan.profile.model.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A customer's history, newest first. */
@Singleton
public class History {

  /** Each source gives its newest by its own index; the newest of all are taken. */
  private static final String BEFORE =
      """
      SELECT * FROM (
        (SELECT transaction_id AS entry_id, occurred_at AS at, 'TRANSACTION' AS kind,
                'transaction.' || lower(type) AS type, transaction_id AS subject_id,
                jsonb_build_object('externalId', external_id, 'partner', partner,
                  'channel', channel, 'total', jsonb_build_object(
                    'amount', total::text, 'currency', currency)) AS details
           FROM transaction
          WHERE customer_id = :customer AND 'TRANSACTION' = ANY(:kinds)
            AND (occurred_at, transaction_id) < (:at, :entry)
          ORDER BY occurred_at DESC, transaction_id DESC LIMIT :limit)
        UNION ALL
        (SELECT interaction_id, occurred_at, 'INTERACTION', 'interaction.recorded', interaction_id,
                jsonb_build_object('channel', channel, 'direction', direction,
                  'summary', summary)
           FROM interaction
          WHERE customer_id = :customer AND 'INTERACTION' = ANY(:kinds)
            AND (occurred_at, interaction_id) < (:at, :entry)
          ORDER BY occurred_at DESC, interaction_id DESC LIMIT :limit)
        UNION ALL
        (SELECT entry_id, at, kind, type, subject_id, details
           FROM timeline_entry
          WHERE customer_id = :customer AND kind = ANY(:kinds) AND (at, entry_id) < (:at, :entry)
          ORDER BY at DESC, entry_id DESC LIMIT :limit)
      ) AS history
      ORDER BY at DESC, entry_id DESC LIMIT :limit
      """;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);

  private final Jdbi jdbi;

  History(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public List<HistoryEntry> newest(UUID customerId, Collection<HistoryKind> kinds, int limit) {
    return before(customerId, kinds, END_OF_TIME, LAST, limit);
  }

  /** Those that come after an entry, which was at that time. */
  public List<HistoryEntry> before(
      UUID customerId, Collection<HistoryKind> kinds, Instant at, UUID entryId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BEFORE)
                .bind("customer", customerId)
                .bind("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("entry", entryId)
                .bind("limit", limit)
                .mapTo(HistoryEntry.class)
                .list());
  }
}
