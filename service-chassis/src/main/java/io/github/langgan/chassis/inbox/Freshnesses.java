package io.github.langgan.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.inbox.InboxProgress.PartitionTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells how fresh this service's views of other topics are, for one key. */
@Singleton
public class Freshnesses {

  private final InboxProgress progress;
  private final Clock clock;
  private final int partitions;

  Freshnesses(
      InboxProgress progress,
      Clock clock,
      @ConfigProperty(name = "langgan.topics.partitions", defaultValue = "12") int partitions) {
    this.progress = progress;
    this.clock = clock;
    this.partitions = partitions;
  }

  /** By topic's contract name, one round trip for all; every topic asked for is in the answer. */
  public Map<String, Freshness> of(UUID key, Collection<String> topics) {
    int partition = BuiltInPartitioner.partitionForKey(key.toString().getBytes(UTF_8), partitions);
    Map<String, Integer> asked = new HashMap<>();
    topics.forEach(topic -> asked.put(topic, partition));
    Instant now = clock.instant();
    Map<String, Freshness> answer = new HashMap<>();
    topics.forEach(topic -> answer.put(topic, freshness(Instant.EPOCH, now)));
    for (PartitionTime time : progress.times(asked)) {
      answer.put(time.topic(), freshness(time.asOf(), now));
    }
    return answer;
  }

  /** Of the whole topic, as its slowest partition is. */
  public Freshness ofAll(String topic) {
    Map<Integer, Instant> known = progress.times(topic);
    boolean allKnown = known.size() >= partitions;
    Instant asOf = allKnown ? Collections.min(known.values()) : Instant.EPOCH;
    return freshness(asOf, clock.instant());
  }

  private static Freshness freshness(Instant asOf, Instant now) {
    return new Freshness(asOf, Math.max(0, Duration.between(asOf, now).toMillis()));
  }
}
