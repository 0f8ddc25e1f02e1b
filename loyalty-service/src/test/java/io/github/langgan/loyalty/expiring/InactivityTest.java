package io.github.langgan.loyalty.expiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.Purchases;
import io.github.langgan.loyalty.testing.RewardApi;
import io.github.langgan.loyalty.testing.TransferApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points that expire 30 days, in Jakarta, after their member last earned or spent some. */
@QuarkusTest
class InactivityTest extends LoyaltyTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  @Inject Ledger ledger;
  @Inject Memberships memberships;

  private Member siti;

  /** Late in the evening, when it is tomorrow where the program lives. */
  @BeforeEach
  void a_member() {
    Instant evening = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(20));
    clock.advance(Duration.between(clock.instant(), evening.plus(Duration.ofDays(1))));
    siti =
        Member.of(
            others,
            "\"timeZone\":\"Asia/Jakarta\",\"expiry\":{\"kind\":\"INACTIVITY\",\"days\":30},");
  }

  @AfterEach
  void the_books_hold() {
    siti.chainHolds();
    invariants.hold();
  }

  @Test
  void every_purchase_and_redemption_moves_the_time_of_all_points() {
    siti.earn(10);
    assertExpire(today(), 10);
    days(20);
    siti.earn(5);
    assertExpire(today(), 15);
    days(20);
    Api.redeem(siti.membership(), 3).then().statusCode(201);
    assertExpire(today(), 12);
    Api.lots(siti.membership())
        .then()
        .body("items.lapsesAfter", everyItem(equalTo("P30D")))
        .body("items.expiresAt", everyItem(equalTo(lapse(today()).toString())));

    days(29);
    assertThat(siti.active()).isEqualTo(12);
    days(2);
    await().untilAsserted(() -> assertThat(siti.active()).isZero());
    Api.read(siti.membership()).then().body("balance.expired", equalTo(12));
  }

  /** Whether due work has seen it or not: here it can't. */
  @Test
  void what_is_over_stays_over_when_its_member_comes_back() {
    siti.earn(10);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              MemberAccount account =
                  ledger.lock(memberships.find(new MembershipId(siti.membership())).orElseThrow());
              days(40);
              Life life = new Life(clock.instant(), null, lapse(today()), Period.ofDays(30));
              account.grant(5, Occasion.NONE, life);
              ledger.write(List.of(account));
            });

    await()
        .untilAsserted(
            () -> Api.read(siti.membership()).then().body("balance.expired", equalTo(10)));
    assertThat(siti.active()).isEqualTo(5);
  }

  @Test
  void a_day_has_one_activity_however_much_is_bought() {
    siti.earn(10);
    days(1);
    siti.earn(5);
    List<String> stored = storedLots();

    others.recorded(siti.customer(), Purchases.purchase(Purchases.line("HOME", 1, "0.10")));
    awaitEntries(3);

    assertThat(storedLots()).isEqualTo(stored);
  }

  @Test
  void what_was_bought_without_a_point_is_an_activity_too() {
    siti.earn(10);
    days(20);
    others.recorded(siti.customer(), Purchases.purchase(Purchases.line("HOME", 1, "0.10")));
    awaitEntries(2);
    assertExpire(today(), 10);
  }

  @Test
  void what_the_company_gives_is_an_activity() {
    siti.earn(10);
    days(20);
    others.promised(siti.customer(), 4);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(14));
    assertExpire(today(), 14);
  }

  @Test
  void returns_and_transfers_are_none() {
    TransferApi.allow(siti.program(), "");
    Member other = siti.other();
    var bought = Purchases.purchase(Purchases.line("HOME", 10, "1.00"));
    others.recorded(siti.customer(), bought);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(10));
    LocalDate then = today();
    days(10);
    others.returned(siti.customer(), new Back(bought, 1, 2));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(8));
    TransferApi.give(siti.membership(), other.membership(), 3).then().statusCode(201);

    assertExpire(then, 5);
    assertExpire(other, then, 3);
    days(10);
    Api.redeem(other.membership(), 1).then().statusCode(201);
    assertExpire(then, 5);
    assertExpire(other, today(), 2);
  }

  @Test
  void reserved_points_that_come_back_live_as_the_others_do() {
    siti.earn(10);
    UUID all =
        RewardApi.redeem(siti.membership(), "{\"points\":10,\"holdForSeconds\":604800}")
            .jsonPath()
            .getUUID("redemptionId");
    days(6);
    siti.earn(5);
    RewardApi.cancel(all).then().statusCode(200);
    assertExpire(today(), 15);
  }

  @Test
  void redeemed_points_that_come_back_live_as_the_others_do() {
    siti.earn(10);
    UUID all = Api.redeem(siti.membership(), 10).jsonPath().getUUID("redemptionId");
    days(25);
    siti.earn(5);
    LocalDate last = today();
    days(15);
    Api.reverse(all, "{}").then().statusCode(200);
    assertExpire(last, 15);
    days(16);
    await().untilAsserted(() -> assertThat(siti.active()).isZero());
  }

  @Test
  void what_comes_back_to_one_who_was_away_too_long_expires() {
    siti.earn(10);
    UUID some = Api.redeem(siti.membership(), 10).jsonPath().getUUID("redemptionId");
    days(40);
    Api.reverse(some, "{}").then().statusCode(200);
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(2));
              Api.read(siti.membership()).then().body("balance.expired", equalTo(10));
            });
  }

  @Test
  void what_one_of_two_merged_records_did_counts_for_both_also_after_the_merge_is_undone() {
    Member twin = siti.other();
    siti.earn(10);
    days(20);
    twin.earn(5);
    LocalDate last = today();
    days(5);
    UUID merge = others.merged(siti.customer(), twin.customer());
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(15));
    assertExpire(last, 15);

    days(5);
    Api.redeem(siti.membership(), 1).then().statusCode(201);
    assertExpire(today(), 14);
    others.unmerged(merge, siti.customer(), twin.customer());
    await().untilAsserted(() -> assertThat(twin.active()).isEqualTo(5));
    assertExpire(today(), 9);
    assertExpire(twin, today(), 5);
  }

  @Test
  void points_of_other_terms_keep_their_time() {
    siti.earn(10);
    Api.terms(
            siti.program(),
            """
            {"expiry":{"kind":"ROLLING","days":40},\
            "earningRules":[{"name":"base","expression":"transaction.total"}]}""")
        .then()
        .statusCode(201);
    days(5);
    others.recorded(
        siti.customer(),
        Purchases.at(clock.instant(), Purchases.purchase(Purchases.line("HOME", 5, "1.00"))));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(15));
    Instant rolling = end(today().plusDays(40));
    days(5);
    Api.redeem(siti.membership(), 1).then().statusCode(201);

    Api.expirations(siti.membership(), "")
        .then()
        .body("items.points", contains(9, 5))
        .body("items.lapsing", contains(9, 0))
        .body("items.expiresAt", contains(lapse(today()).toString(), rolling.toString()));
    Api.lots(siti.membership()).then().body("items[0].lapsesAfter", nullValue());
  }

  @Test
  void who_moves_the_time_behind_the_books_is_noticed() {
    siti.earn(10);
    String move =
        "UPDATE lot SET expires_at = expires_at + interval '%d days' WHERE account_id ="
            + " (SELECT account_id FROM membership WHERE id = '%s')";
    jdbi.useHandle(handle -> handle.execute(move.formatted(1, siti.membership())));
    Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/verification", siti.membership())
        .then()
        .body("intact", equalTo(false));
    jdbi.useHandle(handle -> handle.execute(move.formatted(-1, siti.membership())));
  }

  @Test
  void points_given_to_another_member_live_as_long_as_its_own() {
    TransferApi.allow(siti.program(), "");
    Member other = siti.other();
    siti.earn(10);
    days(10);
    other.earn(5);
    TransferApi.give(siti.membership(), other.membership(), 3).then().statusCode(201);
    assertExpire(other, today(), 8);
  }

  private void assertExpire(LocalDate lastActivity, int points) {
    assertExpire(siti, lastActivity, points);
  }

  private static void assertExpire(Member member, LocalDate lastActivity, int points) {
    Api.expirations(member.membership(), "")
        .then()
        .body("items.points", contains(points))
        .body("items.lapsing", contains(points))
        .body("items.expiresAt", contains(lapse(lastActivity).toString()));
  }

  private static Instant lapse(LocalDate lastActivity) {
    return end(lastActivity.plusDays(30));
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZONE).toLocalDate();
  }

  private void days(int days) {
    clock.advance(Duration.ofDays(days));
  }

  private void awaitEntries(int number) {
    await()
        .untilAsserted(
            () -> Api.entries(siti.membership()).then().body("items.size()", equalTo(number)));
  }

  /** With the place where each row is stored: it is another after each change. */
  private List<String> storedLots() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT l.id || l.ctid::text FROM lot l
                      JOIN membership m ON m.account_id = l.account_id
                     WHERE m.id = :membership ORDER BY 1
                    """)
                .bind("membership", siti.membership())
                .mapTo(String.class)
                .list());
  }
}
