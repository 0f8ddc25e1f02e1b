package io.github.langgan.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.SchemaCheckedEvents;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.github.langgan.loyalty.testing.PurchaseTopic;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How fast purchases get from the topic into the ledger, against the bare cost of the same rows in
 * the same database: run by name, {@code -Dtest=EarningThroughputBench -Dtests.jit-level=4}, with
 * {@code -Dbench.tiers=true} within the quotes for a program that has tiers; its name keeps it out
 * of the ordinary run.
 */
@QuarkusTest
class EarningThroughputBench extends LoyaltyTest {

  private static final int MEMBERS = Integer.getInteger("bench.members", 2_000);
  private static final int PURCHASES = 25_000;
  private static final int ROUNDS = 5;

  @Inject ManyMembers members;
  @Inject PurchaseTopic purchases;
  @Inject DataSource database;

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
    if (Boolean.getBoolean("bench.tiers")) {
      TierApi.scheme(
          program,
          """
          "basis":"POINTS","period":{"kind":"ROLLING","days":365},"validity":{"days":365}""");
    }
    List<UUID> many = members.customers(program, MEMBERS);
    List<UUID> one = members.customers(program, 1);
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
            .mapToObj(i -> purchases.purchaseOf(customers, random))
            .toList();
    long before = entries();
    long start = System.nanoTime();
    purchases.send(events);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(3))
        .until(() -> entries() == before + PURCHASES);
    return System.nanoTime() - start;
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
