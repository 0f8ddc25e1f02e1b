package io.github.langgan.loyalty.pooling;

import static io.github.langgan.loyalty.testing.PoolApi.allow;
import static io.github.langgan.loyalty.testing.PoolApi.joined;
import static io.github.langgan.loyalty.testing.PoolApi.leave;
import static io.github.langgan.loyalty.testing.PoolApi.opened;
import static io.github.langgan.loyalty.testing.PoolApi.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.PoolApi;
import io.github.langgan.loyalty.testing.RewardApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A member spends with others of its pool, each of them its own lots. */
@QuarkusTest
class PooledRedemptionTest extends LoyaltyTest {

  private Member siti;
  private Member budi;
  private Member tini;
  private UUID pool;

  /**
   * @param points of Siti, Budi and Tini, who earned in this order
   * @param limit of Budi's points, as JSON; or empty
   */
  private void household(int sitis, int budis, int tinis, String limit) {
    siti = Member.of(others, "\"validity\":{\"days\":100},");
    budi = siti.other();
    tini = siti.other();
    earn(siti, sitis);
    clock.advance(Duration.ofDays(1));
    earn(budi, budis);
    clock.advance(Duration.ofDays(1));
    earn(tini, tinis);
    allow(siti.program(), "");
    pool = opened(siti.membership());
    joined(pool, budi.membership(), limit);
    joined(pool, tini.membership(), "");
  }

  private static void earn(Member member, int points) {
    if (points > 0) {
      member.earn(points);
    }
  }

  @AfterEach
  void the_chains_hold() {
    List.of(siti, budi, tini).forEach(Member::chainHolds);
  }

  private void assertActive(int sitis, int budis, int tinis) {
    assertThat(List.of(siti.active(), budi.active(), tini.active()))
        .containsExactly((long) sitis, (long) budis, (long) tinis);
  }

  private UUID redeemed(int points) {
    return redeem(siti.membership(), points)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("redemptionId");
  }

  @Test
  void own_points_go_first_then_the_others_that_expire_soonest() {
    household(10, 20, 30, "");

    Response answer = redeem(siti.membership(), 45);

    answer
        .then()
        .statusCode(201)
        .body("points", equalTo(45))
        .body("balance.active", equalTo(0))
        .body(
            "fromPool.membershipId",
            containsInAnyOrder(budi.membership().toString(), tini.membership().toString()))
        .body("fromPool.points", containsInAnyOrder(20, 15));
    assertActive(0, 0, 15);
    String id = answer.jsonPath().getString("redemptionId");
    Api.entries(tini.membership())
        .then()
        .body("items.kind", contains("REDEEMED", "EARNED"))
        .body("items[0].points", equalTo(-15))
        .body("items[0].redemptionId", equalTo(id));
    Api.read(tini.membership()).then().body("balance.spent", equalTo(15));
    RewardApi.redemption(UUID.fromString(id))
        .then()
        .body("fromPool.points", containsInAnyOrder(20, 15));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.redeemed"))
                    .filteredOn(event -> event.json().contains(id))
                    .hasSize(3)
                    .filteredOn(
                        event ->
                            event.json().contains("\"redeemedBy\":\"" + siti.membership() + "\""))
                    .hasSize(2));
  }

  @Test
  void who_has_nothing_spends_the_others_points_and_it_stands_in_its_entries() {
    household(0, 20, 0, "");

    redeemed(5);

    assertActive(0, 15, 0);
    Api.entries(siti.membership())
        .then()
        .body("items.kind", contains("REDEEMED"))
        .body("items.points", contains(0));
  }

  @Test
  void nothing_of_the_others_is_spent_without_being_asked_for_or_needed() {
    household(10, 20, 30, "");

    Api.redeem(siti.membership(), 11).then().statusCode(409).body("available", equalTo(10));
    redeem(siti.membership(), 10).then().statusCode(201).body("fromPool", nullValue());

    assertActive(0, 20, 30);
  }

  @Test
  void the_others_say_how_much_in_a_period_and_what_came_back_counts_as_none() {
    household(0, 20, 3, "{\"points\":8,\"period\":\"MONTH\"}");
    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(11));

    redeem(siti.membership(), 12)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/insufficient-points"))
        .body("available", equalTo(11));
    UUID redemption = redeemed(10);
    assertActive(0, 12, 1);
    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(1));
    redeem(siti.membership(), 2).then().statusCode(409);

    Api.reverse(redemption, "{}").then().statusCode(200);
    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(11));
    redeemed(11);
    clock.advance(Duration.ofDays(31));
    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(8));
  }

  @Test
  void what_is_reserved_counts_until_its_time_is_over() {
    household(0, 20, 0, "{\"points\":8,\"period\":\"MONTH\"}");
    redeem(siti.membership(), 8, ",\"holdForSeconds\":60").then().statusCode(201);
    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(0));
    redeem(siti.membership(), 1).then().statusCode(409).body("available", equalTo(0));

    clock.advance(Duration.ofMinutes(2));

    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(8));
  }

  @Test
  void what_comes_back_goes_to_the_lots_of_each_the_others_first() {
    household(10, 20, 30, "");
    UUID redemption = redeemed(45);

    Api.reverse(redemption, "{\"points\":17}")
        .then()
        .statusCode(200)
        .body("reversed", equalTo(17))
        .body("fromPool.reversed", containsInAnyOrder(15, 2));
    assertActive(0, 2, 30);
    Api.reverse(redemption, "{\"points\":20}").then().statusCode(200);
    assertActive(2, 20, 30);
    Api.reverse(redemption, "{}").then().statusCode(200).body("reversed", equalTo(45));
    assertActive(10, 20, 30);
    Api.lots(budi.membership()).then().body("items.remaining", contains(20));
  }

  @Test
  void a_reservation_holds_the_others_points_and_gives_them_back() {
    household(10, 20, 30, "");
    Response answer = redeem(siti.membership(), 40, ",\"holdForSeconds\":600");
    UUID redemption = answer.jsonPath().getUUID("redemptionId");
    assertActive(0, 0, 20);

    RewardApi.cancel(redemption).then().statusCode(200);
    assertActive(10, 20, 30);

    redeem(siti.membership(), 40, ",\"holdForSeconds\":600").then().statusCode(201);
    clock.advance(Duration.ofMinutes(20));
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              assertActive(10, 20, 30);
            });

    UUID last =
        redeem(siti.membership(), 40, ",\"holdForSeconds\":600").jsonPath().getUUID("redemptionId");
    leave(Tokens.of("agent"), pool, budi.membership()).then().statusCode(204);
    RewardApi.confirm(last).then().statusCode(200).body("state", equalTo("REDEEMED"));
    assertActive(0, 0, 20);
    Api.read(budi.membership()).then().body("balance.spent", equalTo(20));
    Api.reverse(last, "{}").then().statusCode(200);
    assertActive(10, 20, 30);
  }

  @Test
  void nothing_is_spent_of_who_left_or_was_only_invited() {
    household(1, 20, 0, "");
    Member invited = siti.other();
    invited.earn(50);
    PoolApi.invite(Tokens.of("agent"), pool, invited.membership()).then().statusCode(201);
    redeem(invited.membership(), 60).then().statusCode(409).body("available", equalTo(50));
    leave(Tokens.of("agent"), pool, budi.membership()).then().statusCode(204);

    redeem(siti.membership(), 2).then().statusCode(409).body("available", equalTo(1));
    redeem(budi.membership(), 21).then().statusCode(409).body("available", equalTo(20));
  }

  @Test
  void nothing_is_spent_of_others_when_the_program_allows_it_no_more() {
    household(1, 20, 0, "");
    PoolApi.policy(siti.program(), 1, "{\"allowed\":false}").then().statusCode(200);

    redeem(siti.membership(), 2)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/pools-not-allowed"));
    PoolApi.of(siti.membership()).then().body("othersPoints", equalTo(0));
    Api.redeem(siti.membership(), 1).then().statusCode(201);
  }

  @Test
  void many_at_once_spend_exactly_what_there_is() throws Exception {
    household(7, 20, 30, "{\"points\":13,\"period\":\"DAY\"}");
    List<Callable<Integer>> calls = new ArrayList<>();
    calls.addAll(Collections.nCopies(20, () -> redeem(siti.membership(), 5).statusCode()));
    calls.addAll(Collections.nCopies(20, () -> redeem(tini.membership(), 5).statusCode()));
    Collections.shuffle(calls);
    try (var threads = Executors.newFixedThreadPool(16)) {
      int spent = 0;
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isIn(201, 409);
        spent += answer.get() == 201 ? 5 : 0;
      }
      // 7 + 13 + 30 can be spent by both
      assertThat(spent).isEqualTo(50);
      assertActive(0, 7, 0);
    }
  }
}
