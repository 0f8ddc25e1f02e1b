package io.github.langgan.chassis.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table of events that wait for an operator. */
@Singleton
class ParkedEvents {

  private static final String PARK =
      """
      INSERT INTO parked_event (event_id, topic, "partition", "offset", key, type, headers, payload,
                                reason, behind, attempts, parked_at)
      VALUES (:id, :topic, :partition, :offset, :key, :type, :headers::jsonb, :payload,
              :reason, :behind, :attempts, :at)
      ON CONFLICT (event_id) DO NOTHING
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  ParkedEvents(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Those of the keys that have parked events. They stay so until this transaction ends; a replay
   * that is going on is waited for.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Set<String> lockKeys(String topic, List<String> keys) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        """
                        SELECT key FROM parked_event WHERE topic = :topic AND key = ANY(:keys)
                         ORDER BY event_id FOR SHARE
                        """)
                    .bind("topic", topic)
                    .bind("keys", keys.toArray(String[]::new))
                    .mapTo(String.class)
                    .list()));
  }

  /** For a replay: nobody parks behind this key until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<ParkedRecord> lockAll(String topic, String key) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createQuery(
                  """
                  SELECT event_id FROM parked_event WHERE topic = :topic AND key = :key
                   ORDER BY event_id FOR UPDATE
                  """)
              .bind("topic", topic)
              .bind("key", key)
              .mapTo(UUID.class)
              .list();
          // read again: one may have been parked behind while the lock was waited for
          return handle
              .createQuery(
                  """
                  SELECT * FROM parked_event WHERE topic = :topic AND key = :key
                   ORDER BY "offset"
                  """)
              .bind("topic", topic)
              .bind("key", key)
              .map((rs, context) -> record(rs))
              .list();
        });
  }

  Optional<ParkedRecord> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM parked_event WHERE event_id = :id")
                .bind("id", id)
                .map((rs, context) -> record(rs))
                .findOne());
  }

  /** Oldest first, after the given id. */
  List<ParkedRecord> list(@Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM parked_event WHERE :after::uuid IS NULL OR event_id > :after::uuid
                     ORDER BY event_id LIMIT :limit
                    """)
                .bind("after", after)
                .bind("limit", limit)
                .map((rs, context) -> record(rs))
                .list());
  }

  long count() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM parked_event").mapTo(Long.class).one());
  }

  @Transactional
  void park(InboxRecord record, String reason, int attempts) {
    jdbi.useHandle(
        handle -> bind(handle.createUpdate(PARK), record, reason, false, attempts).execute());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void parkBehind(List<InboxRecord> records) {
    jdbi.useHandle(
        handle -> {
          var batch = handle.prepareBatch(PARK);
          for (InboxRecord record : records) {
            bind(batch, record, "behind a parked event of the same key", true, 0);
            batch.add();
          }
          batch.execute();
        });
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void remove(UUID id) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM parked_event WHERE event_id = ?", id));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failedAgain(UUID id, String reason) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE parked_event SET reason = ?, behind = false, attempts = attempts + 1"
                    + " WHERE event_id = ?",
                reason,
                id));
  }

  private <S extends SqlStatement<S>> S bind(
      S statement, InboxRecord record, String reason, boolean behind, int attempts) {
    return statement
        .bind("id", record.id())
        .bind("topic", record.topic())
        .bind("partition", record.partition())
        .bind("offset", record.offset())
        .bind("key", storable(record.key()))
        .bind("type", record.type() == null ? null : storable(record.type()))
        .bind(
            "headers",
            new String(EventJson.write(record.headers()), StandardCharsets.UTF_8)
                .replace("\\u0000", "\\ufffd"))
        .bind("payload", record.payload())
        .bind("reason", storable(reason))
        .bind("behind", behind)
        .bind("attempts", attempts)
        .bind("at", clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** PostgreSQL's text holds no NUL. */
  private static String storable(String text) {
    return text.replace('\0', '\ufffd');
  }

  private static ParkedRecord record(java.sql.ResultSet row) throws java.sql.SQLException {
    Map<String, String> headers =
        EventJson.read(
            row.getString("headers").getBytes(StandardCharsets.UTF_8),
            new TypeReference<Map<String, String>>() {});
    return new ParkedRecord(
        row.getObject("event_id", UUID.class),
        new InboxRecord(
            row.getString("topic"),
            row.getInt("partition"),
            row.getLong("offset"),
            row.getString("key"),
            headers,
            row.getBytes("payload")),
        row.getString("reason"),
        row.getBoolean("behind"),
        row.getInt("attempts"),
        row.getObject("parked_at", java.time.OffsetDateTime.class).toInstant());
  }

  record ParkedRecord(
      UUID id, InboxRecord record, String reason, boolean behind, int attempts, Instant parkedAt) {}
}
