package io.github.langgan.loyalty.testing;

import static io.github.langgan.chassis.event.CloudEventHeaders.*;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Purchases in numbers, straight onto the topic: for benchmarks. */
@Singleton
public class PurchaseTopic {

  private final Topics names;
  private final Map<String, Object> kafka;

  PurchaseTopic(Topics names, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.names = names;
    this.kafka = kafka;
  }

  /** Of any of the customers, with one to five lines. */
  public ProducerRecord<byte[], byte[]> purchaseOf(List<UUID> customers, Random random) {
    UUID customer = customers.get(random.nextInt(customers.size()));
    var bought =
        purchase(
            Stream.generate(() -> line("HOME", 1 + random.nextInt(9), "2.55"))
                .limit(1 + random.nextInt(5))
                .toArray(PurchaseLine[]::new));
    var event =
        new ProducerRecord<byte[], byte[]>(
            names.inKafka("crm.profile"),
            null,
            customer.toString().getBytes(UTF_8),
            OtherServices.json(customer, bought).getBytes(UTF_8));
    Map.of(
            SPEC_VERSION, "1.0",
            ID, UuidV7.next().toString(),
            TYPE, "transaction.recorded",
            SOURCE, "/profile",
            TIME, "2026-01-06T04:00:00Z",
            SUBJECT, customer.toString(),
            DATA_SCHEMA, "urn:langgan:events/transaction.recorded/v1",
            SEQUENCE, "1")
        .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
    return event;
  }

  /** Returns when the broker has them. */
  public void send(List<ProducerRecord<byte[], byte[]>> events) {
    try (var producer =
        new KafkaProducer<>(
            new HashMap<>(kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
      events.forEach(producer::send);
    }
  }
}
