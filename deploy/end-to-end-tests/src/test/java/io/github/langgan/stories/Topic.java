package io.github.langgan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands on a topic, as any consumer sees it. */
final class Topic {

  /** One record; {@code sequence} counts among those of its key. */
  record Event(String key, String id, String type, long sequence, String data) {}

  private Topic() {}

  /** All of it, from the first record to the end at the time of asking. */
  static List<Event> read(String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", RunningStack.get().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<Event> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(polled -> events.add(event(polled)));
      }
      return events;
    }
  }

  private static Event event(ConsumerRecord<byte[], byte[]> polled) {
    return new Event(
        new String(polled.key(), UTF_8),
        header(polled, "ce_id"),
        header(polled, "ce_type"),
        Long.parseLong(header(polled, "ce_sequence")),
        new String(polled.value(), UTF_8));
  }

  private static String header(ConsumerRecord<byte[], byte[]> polled, String name) {
    return new String(polled.headers().lastHeader(name).value(), UTF_8);
  }
}
