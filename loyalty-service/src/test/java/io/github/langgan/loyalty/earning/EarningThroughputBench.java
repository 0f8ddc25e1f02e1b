package io.github.langgan.loyalty.earning;

import static io.github.langgan.chassis.event.CloudEventHeaders.*;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.SchemaCheckedEvents;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How fast purchases get from the topic into the ledger, against the bare cost of the same rows in
 * the same database: run by name, {@code -Dtest=EarningThroughputBench -Dtests.jit-level=4}; its
 * name keeps it out of the ordinary run.
 */
@QuarkusTest
class EarningThroughputBench extends LoyaltyTest {

  private static final int MEMBERS = Integer.getInteger("bench.members", 2_000);
  private static final int PURCHASES = 25_000;
  private static final int ROUNDS = 5;

  @Inject Topics names;
  @Inject DataSource database;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @BeforeEach
  void theServiceAlone() {
    System.setProperty(SchemaCheckedEvents.UNCHECKED, "true");
  }

  @AfterEach
  void checkedAgain() {
    System.clearProperty(SchemaCheckedEvents.UNCHECKED);
  }

  @Test
  void purchases_reach_the_ledger() throws Exception {
    UUID program = Api.program();
    List<UUID> many = members(program, MEMBERS);
    List<UUID> one = members(program, 1);
    Random random = new Random(7);
    long earlier = entries();
    BareLedger bare = new BareLedger(database);
    bare.create();
    for (int round = 1; round <= ROUNDS; round++) {
      long spread = send(many, random);
      long single = send(one, random);
      long bareNanos = bare.write(newest());
      System.out.printf(
          "round %d: %,d members %,.0f/s, one member %,.0f/s (ratio %.2f); the same rows bare in"
              + " batches of 500 %,.0f/s: ratio %.2f%n",
          round,
          MEMBERS,
          PURCHASES * 1e9 / spread,
          PURCHASES * 1e9 / single,
          (double) spread / single,
          PURCHASES * 1e9 / bareNanos,
          (double) bareNanos / spread);
    }
    assertThat(entries()).isEqualTo(earlier + 2L * ROUNDS * PURCHASES);
  }

  /** Nanoseconds from the first sending until all is in the ledger. */
  private long send(List<UUID> customers, Random random) {
    List<ProducerRecord<byte[], byte[]>> events =
        IntStream.range(0, PURCHASES)
            .mapToObj(i -> event(customers.get(random.nextInt(customers.size())), random))
            .toList();
    long before = entries();
    long start = System.nanoTime();
    try (var producer =
        new KafkaProducer<>(
            new HashMap<>(kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
      events.forEach(producer::send);
    }
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(3))
        .until(() -> entries() == before + PURCHASES);
    return System.nanoTime() - start;
  }

  private List<UUID> members(UUID program, int number) {
    List<UUID> customers = Stream.generate(UuidV7::next).limit(number).toList();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH c AS (INSERT INTO customer SELECT unnest(:ids::uuid[]), now() RETURNING id),
                         a AS (INSERT INTO account (id, kind, program_id, customer_id, balance, spent,
                                                    expired)
                               SELECT uuidv7(), 'MEMBER', :program, id, 0, 0, 0 FROM c
                               RETURNING id, customer_id)
                    INSERT INTO membership SELECT uuidv7(), customer_id, :program, id, now() FROM a
                    """)
                .bind("ids", customers.toArray(UUID[]::new))
                .bind("program", program)
                .execute());
    return customers;
  }

  private ProducerRecord<byte[], byte[]> event(UUID customer, Random random) {
    var bought =
        purchase(
            Stream.generate(() -> line("HOME", 1 + random.nextInt(9), "2.55"))
                .limit(1 + random.nextInt(5))
                .toArray(io.github.langgan.loyalty.model.transaction.PurchaseLine[]::new));
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

  /** The purchases of the last round's many members. */
  private List<UUID> newest() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT transaction_id FROM earning ORDER BY entry_id DESC"
                        + " LIMIT :n OFFSET :n")
                .bind("n", PURCHASES)
                .mapTo(UUID.class)
                .list());
  }

  /** Cheap to ask: it is asked while the service works. */
  private long entries() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT sum(entries) FROM account").mapTo(Long.class).one());
  }
}
