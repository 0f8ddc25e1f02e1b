package io.github.langgan.loyalty.inbound;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.PlainLedger;
import io.github.langgan.loyalty.testing.PlainLedger.PlainLot;
import io.github.langgan.loyalty.testing.PoolApi;
import io.github.langgan.loyalty.testing.ReturnApi;
import io.github.langgan.loyalty.testing.RewardApi;
import io.github.langgan.loyalty.testing.TransferApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invariants 2 to 5 over random histories: after every step the ledger in PostgreSQL is what a
 * plain one in memory says. A seed repeats its history.
 */
@QuarkusTest
class RandomHistoriesTest extends LoyaltyTest {

  @AfterEach
  void the_chains_hold() {
    invariants.chainsHold();
  }

  private static final int STEPS = 60;
  private static final int VALIDITY_DAYS = 30;

  @Inject TransactionListener listener;

  private PlainLedger plain;
  private PlainLedger plainOther;
  private final Map<UUID, Purchase> purchases = new HashMap<>();
  private UUID customer;
  private UUID membership;
  private UUID other;
  private Random random;
  private int activationDays;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void the_books_are_what_a_plain_ledger_says_after_every_step(long seed) {
    random = new Random(seed);
    activationDays = seed % 2 == 0 ? 0 : 6;
    boolean lapse = seed > 4;
    customer = others.registeredCustomer();
    UUID program =
        Api.program(
            """
            "expiry":{"kind":"%s","days":%d},"activationDays":%d,\
            "partnerShares":[{"partner":"acme","share":"0.33"}],\
            "earningRule":{"expression":"transaction.total"}"""
                .formatted(lapse ? "INACTIVITY" : "ROLLING", VALIDITY_DAYS, activationDays));
    membership = Api.membership(customer, program);
    other = Api.membership(others.registeredCustomer(), program);
    TransferApi.allow(program, "");
    PoolApi.allow(program, "");
    PoolApi.joined(PoolApi.opened(membership), other, "");
    String spentPoints = List.of("WITHIN_BALANCE", "DEBT", "NEGATIVE_BALANCE").get((int) seed % 3);
    ReturnApi.policy(program, spentPoints);
    plain = new PlainLedger(spentPoints, lapse ? VALIDITY_DAYS : null);
    plainOther = new PlainLedger(spentPoints, lapse ? VALIDITY_DAYS : null);
    for (int step = 1; step <= STEPS; step++) {
      String done = step();
      assertLots("seed %d, step %d: %s".formatted(seed, step, done));
      assertBalance(done);
    }
    assertReported(program);
  }

  private void assertReported(UUID program) {
    long reserved =
        Stream.of(plain, plainOther)
            .flatMap(ledger -> ledger.lots().stream())
            .mapToLong(PlainLot::reserved)
            .sum();
    long owed = plain.balance() + plainOther.balance() + reserved;
    Api.as("manager")
        .get("/v1/loyalty/programs/{id}/liability", program)
        .then()
        .statusCode(200)
        .body("reconciliation.agrees", equalTo(true))
        .body("owed.points", equalTo((int) owed))
        .body("periods[-1].closing", equalTo((int) owed))
        .body("periods[-1].reserved", equalTo((int) reserved));
  }

  private void assertLots(String done) {
    assertThat(lots(membership)).as(done).isEqualTo(plain.lots());
    assertThat(lots(other)).as(done).isEqualTo(plainOther.lots());
  }

  private void assertBalance(String done) {
    long active = plain.active(clock.instant());
    assertThat(Api.active(membership)).as(done).isEqualTo(active);
    JsonPath read = Api.read(membership).jsonPath();
    assertThat(read.getLong("balance.pending")).as(done).isEqualTo(plain.pending(clock.instant()));
    assertThat(read.getLong("balance.debt")).as(done).isEqualTo(plain.debt());
  }

  private String step() {
    if (plain.debt() > 0 && random.nextBoolean()) {
      return somethingComesBack();
    }
    return switch (random.nextInt(18)) {
      case 0, 1, 2 -> buySome();
      case 3, 4 -> giveSomethingBack();
      case 5, 6 -> redeem();
      case 7 -> reverse();
      case 8 -> oneBatch();
      case 9 -> reserve();
      case 10 -> confirm();
      case 11 -> cancel();
      case 12, 13 -> give(membership, plain, other, plainOther);
      case 14 -> give(other, plainOther, membership, plain);
      case 15, 16 -> redeemTogether();
      default -> letTimePass();
    };
  }

  private String somethingComesBack() {
    return switch (random.nextInt(3)) {
      case 0 -> reverse();
      case 1 -> cancel();
      default -> give(other, plainOther, membership, plain);
    };
  }

  private String buySome() {
    apply(List.of(buy()));
    return "a purchase";
  }

  private String giveSomethingBack() {
    List<ReceivedEvent> event = returns();
    apply(event);
    return event.size() + " returns";
  }

  /** What comes in one batch has its effect in its order. */
  private String oneBatch() {
    List<ReceivedEvent> batch = new ArrayList<>(List.of(buy()));
    batch.addAll(returns());
    batch.add(buy());
    batch.addAll(returns());
    batch.addAll(returns());
    apply(batch);
    return "a batch of " + batch.size();
  }

  private String redeem() {
    Instant now = clock.instant();
    long all = Math.max(1, plain.active(now));
    long points = random.nextBoolean() ? all : 1 + random.nextInt(30);
    var answer = Api.redeem(membership, points);
    boolean enough = plain.redeem(points, now);
    assertThat(answer.statusCode()).isEqualTo(enough ? 201 : 409);
    if (enough) {
      plain.redeemed(answer.jsonPath().getUUID("redemptionId"), points, now);
    }
    return "redeem %d: %s".formatted(points, enough);
  }

  private String redeemTogether() {
    Instant now = clock.instant();
    long all = Math.max(0, plain.active(now));
    long theirs = Math.max(0, plainOther.active(now));
    long points = random.nextBoolean() ? Math.max(1, all + theirs) : 1 + random.nextInt(40);
    long seconds = random.nextBoolean() ? 0 : 60 + random.nextInt(604_700);
    var answer =
        PoolApi.redeem(membership, points, seconds == 0 ? "" : ",\"holdForSeconds\":" + seconds);
    boolean enough = all + theirs >= points;
    assertThat(answer.statusCode()).isEqualTo(enough ? 201 : 409);
    if (enough) {
      UUID redemption = answer.jsonPath().getUUID("redemptionId");
      long own = Math.min(all, points);
      plain.reserved(redemption, own, now, now.plusSeconds(seconds));
      plainOther.reserved(redemption, points - own, now, now.plusSeconds(seconds));
      if (seconds == 0) {
        plain.confirmed(redemption, now);
        plainOther.confirmed(redemption, now);
      }
    }
    return "redeem %d together: %s".formatted(points, enough);
  }

  private String give(UUID from, PlainLedger plainFrom, UUID to, PlainLedger plainTo) {
    long points = 1 + random.nextInt(30);
    Instant now = clock.instant();
    boolean enough = plainFrom.redeem(points, now);
    assertThat(TransferApi.give(from, to, points).statusCode()).isEqualTo(enough ? 201 : 409);
    if (enough) {
      plainFrom.give(plainTo, points, now);
    }
    return "give %d %s: %s".formatted(points, from == membership ? "away" : "back", enough);
  }

  private String reserve() {
    long points = 1 + random.nextInt(30);
    long seconds = random.nextBoolean() ? 60 : 604_800;
    Instant now = clock.instant();
    boolean enough = plain.redeem(points, now);
    var answer =
        RewardApi.redeem(
            membership, "{\"points\":%d,\"holdForSeconds\":%d}".formatted(points, seconds));
    assertThat(answer.statusCode()).isEqualTo(enough ? 201 : 409);
    if (enough) {
      UUID redemption = answer.jsonPath().getUUID("redemptionId");
      plain.reserved(redemption, points, now, now.plusSeconds(seconds));
    }
    return "reserve %d: %s".formatted(points, enough);
  }

  private String confirm() {
    Optional<UUID> open = anyOpen();
    open.ifPresent(
        redemption -> {
          RewardApi.confirm(redemption).then().statusCode(200);
          plain.confirmed(redemption, clock.instant());
          plainOther.confirmed(redemption, clock.instant());
        });
    return "confirm " + open;
  }

  private String cancel() {
    Optional<UUID> open = anyOpen();
    open.ifPresent(
        redemption -> {
          RewardApi.cancel(redemption).then().statusCode(200);
          plain.released(redemption);
          plainOther.released(redemption);
          awaitExpiry();
        });
    return "cancel " + open;
  }

  private Optional<UUID> anyOpen() {
    List<UUID> open = plain.open();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  private String reverse() {
    List<UUID> reversible = plain.reversible();
    if (reversible.isEmpty()) {
      return "nothing to reverse";
    }
    UUID redemption = reversible.get(random.nextInt(reversible.size()));
    plain.reverse(redemption);
    plainOther.reverse(redemption);
    Api.reverse(redemption, "{}").then().statusCode(200);
    awaitExpiry();
    return "reverse a redemption";
  }

  private String letTimePass() {
    clock.advance(Duration.ofDays(random.nextInt(25)));
    awaitExpiry();
    return "time";
  }

  /** What comes back may have to expire, which takes another look. */
  private void awaitExpiry() {
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(2));
              plain.letTimePassUntil(clock.instant());
              plainOther.letTimePassUntil(clock.instant());
              assertLots("expiry");
              assertBalance("expiry");
            });
  }

  private ReceivedEvent buy() {
    long quantity = 1 + random.nextInt(9);
    BigDecimal price = BigDecimal.valueOf(random.nextInt(400), 2);
    Purchase bought = at(clock.instant(), purchase(line("HOME", quantity, price.toPlainString())));
    purchases.put(bought.id().value(), bought);
    plain.buy(
        bought.id().value(),
        quantity,
        price,
        clock.instant(),
        dayAfter(activationDays),
        dayAfter(VALIDITY_DAYS + 1));
    return event(OtherServices.json(customer, bought));
  }

  private List<ReceivedEvent> returns() {
    List<Map.Entry<UUID, Long>> returnable = List.copyOf(plain.returnable().entrySet());
    if (returnable.isEmpty()) {
      return List.of();
    }
    var some = returnable.get(random.nextInt(returnable.size()));
    long quantity = 1 + random.nextLong(some.getValue());
    plain.giveBack(some.getKey(), quantity, clock.instant());
    Back back = new Back(purchases.get(some.getKey()), 1, quantity);
    return List.of(event(OtherServices.returnJson(UuidV7.next(), customer, back)));
  }

  private Instant dayAfter(int days) {
    return clock
        .instant()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(days)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private void apply(List<ReceivedEvent> events) {
    QuarkusTransaction.requiringNew().run(() -> listener.apply(events));
  }

  private ReceivedEvent event(String json) {
    return new ReceivedEvent(
        UuidV7.next(),
        "transaction.recorded",
        1,
        "/profile",
        "crm.profile",
        customer,
        1,
        clock.instant(),
        customer.toString(),
        null,
        null,
        null,
        json.getBytes(UTF_8));
  }

  private List<PlainLot> lots(UUID of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT l.transaction_id AS purchase, l.original AS earned, l.remaining,
                           l.reserved, l.redeemed, l.expired, l.reversed, l.moved,
                           CASE WHEN l.remaining > 0 THEN l.expires_at END AS expires_at
                      FROM lot l JOIN membership m ON m.account_id = l.account_id
                     WHERE m.id = :membership ORDER BY l.id
                    """)
                .bind("membership", of)
                .mapTo(PlainLot.class)
                .list());
  }
}
