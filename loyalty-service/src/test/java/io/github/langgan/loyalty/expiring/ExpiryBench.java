package io.github.langgan.loyalty.expiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.SchemaCheckedEvents;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.github.langgan.loyalty.testing.PurchaseTopic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How long a million lots take to expire in one night, while the same members buy: run by name,
 * {@code -Dtest=ExpiryBench -Dtests.jit-level=4}; its name keeps it out of the ordinary run.
 */
@QuarkusTest
class ExpiryBench extends LoyaltyTest {

  private static final int MEMBERS = Integer.getInteger("bench.members", 250_000);
  private static final int LOTS_EACH = 4;
  private static final int PURCHASES_A_SECOND = Integer.getInteger("bench.purchases", 500);

  @Inject ManyMembers members;
  @Inject PurchaseTopic purchases;

  @BeforeEach
  void theServiceAlone() {
    System.setProperty(SchemaCheckedEvents.UNCHECKED, "true");
  }

  @AfterEach
  void checkedAgain() {
    System.clearProperty(SchemaCheckedEvents.UNCHECKED);
  }

  @Test
  void a_million_lots_expire_while_their_members_buy() throws Exception {
    UUID program = Api.program();
    List<UUID> customers = members.customers(program, MEMBERS);
    Instant now = clock.instant();
    for (int i = 0; i < LOTS_EACH; i++) {
      members.give(program, 100, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    }
    jdbi.useHandle(handle -> handle.execute("ANALYZE"));
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong sent = new AtomicLong();
    Thread buying = Thread.startVirtualThread(() -> buy(customers, done, sent));
    Thread.sleep(5_000);
    long before = earned(program);
    clock.advance(Duration.ofDays(1).plusMinutes(2));
    long start = System.nanoTime();
    while (due() > 0) {
      Thread.sleep(200);
      clock.advance(Duration.ofMillis(200));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long earnedMeanwhile = earned(program) - before;
    done.set(true);
    buying.join();
    System.out.printf(
        "%,d lots of %,d members expired in %.1f s (%,.0f/s); meanwhile %,.0f purchases/s of %d"
            + " reached the ledger%n",
        MEMBERS * LOTS_EACH,
        MEMBERS,
        seconds,
        MEMBERS * LOTS_EACH / seconds,
        earnedMeanwhile / seconds,
        PURCHASES_A_SECOND);
    while (earned(program) < sent.get()) {
      Thread.sleep(100);
    }
    assertThat(sum("SELECT sum(a.expired) FROM account a WHERE a.program_id = :program", program))
        .isEqualTo(100L * MEMBERS * LOTS_EACH);
  }

  private void buy(List<UUID> customers, AtomicBoolean done, AtomicLong sent) {
    Random random = new Random(7);
    while (!done.get()) {
      long start = System.nanoTime();
      purchases.send(
          IntStream.range(0, PURCHASES_A_SECOND)
              .mapToObj(i -> purchases.purchaseOf(customers, random))
              .toList());
      sent.addAndGet(PURCHASES_A_SECOND);
      try {
        Thread.sleep(Math.max(0, 1_000 - (System.nanoTime() - start) / 1_000_000));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private long due() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FROM (
                      SELECT FROM lot WHERE remaining > 0 AND expires_at < 'infinity'
                                        AND expires_at <= :now LIMIT 1) one
                    """)
                .bind("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  private long earned(UUID program) {
    return sum(
        """
        SELECT count(*) FROM earning e JOIN membership m ON m.id = e.membership_id
         WHERE m.program_id = :program
        """,
        program);
  }

  private long sum(String sql, UUID program) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("program", program).mapTo(Long.class).one());
  }
}
