package io.github.langgan.chassis.inbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Up to which time each partition's events are known to be applied, seen by every replica. */
@Singleton
class InboxProgress {

  private static final String REPORT =
      """
      INSERT INTO inbox_progress AS p (topic, "partition", as_of)
      SELECT :topic, * FROM unnest(:partitions::int[], :times::timestamptz[]) AS e(n, at) ORDER BY n
      ON CONFLICT (topic, "partition") DO UPDATE SET as_of = excluded.as_of
       WHERE p.as_of < excluded.as_of
      """;

  private final Jdbi jdbi;

  InboxProgress(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void report(String topic, Map<Integer, Instant> asOf) {
    if (asOf.isEmpty()) {
      return;
    }
    List<Map.Entry<Integer, Instant>> entries = List.copyOf(asOf.entrySet());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REPORT)
                .bind("topic", topic)
                .bind("partitions", entries.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .bind(
                    "times",
                    entries.stream().map(e -> e.getValue().toString()).toArray(String[]::new))
                .execute());
  }

  List<PartitionTime> times(Map<String, Integer> partitionByTopic) {
    List<Map.Entry<String, Integer>> entries = List.copyOf(partitionByTopic.entrySet());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT p.topic, p.as_of
                      FROM unnest(:topics::text[], :partitions::int[]) AS asked(topic, n)
                      JOIN inbox_progress p ON p.topic = asked.topic AND p."partition" = asked.n
                    """)
                .bind("topics", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind(
                    "partitions", entries.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .map(
                    (rs, context) ->
                        new PartitionTime(
                            rs.getString("topic"),
                            rs.getObject("as_of", OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant()))
                .list());
  }

  /** By partition, of those that anything is known of. */
  Map<Integer, Instant> times(String topic) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT \"partition\" AS n, as_of FROM inbox_progress WHERE topic = :topic")
                .bind("topic", topic)
                .reduceRows(
                    new HashMap<>(),
                    (times, row) -> {
                      times.put(
                          row.getColumn("n", Integer.class), row.getColumn("as_of", Instant.class));
                      return times;
                    }));
  }

  record PartitionTime(String topic, Instant asOf) {}
}
