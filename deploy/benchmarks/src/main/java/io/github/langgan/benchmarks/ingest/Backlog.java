package io.github.langgan.benchmarks.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What the services still have to publish and to apply: rows in profile's outbox, and what loyalty
 * and analytics have not committed of crm.profile.
 */
final class Backlog implements AutoCloseable {

  private static final int PARTITIONS = 12;
  private static final List<TopicPartition> TOPIC =
      IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition("crm.profile", i)).toList();
  private static final Duration POLL = Duration.ofMillis(25);

  private final Admin admin;
  private final Connection profile;

  Backlog(String bootstrapServers, Connection profile) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.profile = profile;
  }

  /** Returns the seconds until there is none. Throws when it takes longer than the patience. */
  double awaitNone(Duration patience) throws Exception {
    long begun = System.nanoTime();
    while (hasUnpublished() || lag("loyalty") > 0 || lag("analytics") > 0) {
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw new IllegalStateException(
            "after %d s there is still something to publish or apply; loyalty lacks %d events,"
                    .formatted(patience.toSeconds(), lag("loyalty"))
                + " analytics %d".formatted(lag("analytics")));
      }
      Thread.sleep(POLL);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Returns when profile has published all that it recorded. */
  void awaitPublished(Duration patience) throws Exception {
    long begun = System.nanoTime();
    while (hasUnpublished()) {
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw new IllegalStateException(
            "after %d s there is still something to publish".formatted(patience.toSeconds()));
      }
      Thread.sleep(POLL);
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private boolean hasUnpublished() throws SQLException {
    try (Statement statement = profile.createStatement();
        ResultSet result = statement.executeQuery("SELECT 1 FROM outbox LIMIT 1")) {
      return result.next();
    }
  }

  private long lag(String service) throws Exception {
    var committed =
        admin
            .listConsumerGroupOffsets("langgan." + service + ".crm.profile")
            .partitionsToOffsetAndMetadata()
            .get();
    var ends =
        admin
            .listOffsets(TOPIC.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
            .all()
            .get();
    return TOPIC.stream()
        .mapToLong(
            partition ->
                ends.get(partition).offset()
                    - (committed.get(partition) == null ? 0 : committed.get(partition).offset()))
        .sum();
  }
}
