package io.github.langgan.loyalty.redeeming;

import static io.github.langgan.loyalty.testing.RewardApi.cancel;
import static io.github.langgan.loyalty.testing.RewardApi.read;
import static io.github.langgan.loyalty.testing.RewardApi.redeem;
import static io.github.langgan.loyalty.testing.RewardApi.redeemReward;
import static io.github.langgan.loyalty.testing.RewardApi.reward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RewardRedemptionTest extends LoyaltyTest {

  private static final String POT =
      ",\"money\":{\"amount\":\"10.00\",\"currency\":\"GBP\",\"leastPoints\":100}";

  @Test
  void a_reward_costs_its_price_and_is_taken() {
    Member siti = Member.with(others, 1_000);
    UUID pot = reward(siti.program(), 300, ",\"stock\":5");

    redeem(siti.membership(), "{\"rewardId\":\"%s\",\"pieces\":2}".formatted(pot))
        .then()
        .statusCode(201)
        .body("points", equalTo(600))
        .body("reward.rewardId", equalTo(pot.toString()))
        .body("reward.pieces", equalTo(2))
        .body("reward.money", nullValue())
        .body("balance.active", equalTo(400));

    read(pot).then().body("taken", equalTo(2)).body("left", equalTo(3));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.redeemed"))
                    .anyMatch(event -> event.json().contains(pot.toString())));
  }

  /** 300 points, or 10.00 with 100 points at least: the rest is rounded up to the penny. */
  @ParameterizedTest
  @CsvSource({
    "1, 300, ",
    "1, 299, 0.04",
    "1, 200, 3.34",
    "1, 100, 6.67",
    "2, 200, 13.34",
    "3, 450, 15.00"
  })
  void a_part_is_paid_with_money(int pieces, long points, String money) {
    Member siti = Member.with(others, 1_000);
    UUID pot = reward(siti.program(), 300, POT);

    redeem(siti.membership(), part(pot, pieces, points))
        .then()
        .statusCode(201)
        .body("points", equalTo((int) points))
        .body("reward.money.amount", equalTo(money));
  }

  @ParameterizedTest
  @CsvSource({"1, 99", "1, 301", "2, 199"})
  void more_or_less_than_the_price_is_refused(int pieces, long points) {
    Member siti = Member.with(others, 1_000);
    UUID pot = reward(siti.program(), 300, POT);

    redeem(siti.membership(), part(pot, pieces, points))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/points"));

    assertThat(siti.active()).isEqualTo(1_000);
    read(pot).then().body("taken", equalTo(0));
  }

  @Test
  void fifty_members_at_once_take_no_more_than_there_is() throws Exception {
    Member siti = Member.with(others, 1_000);
    UUID pot = reward(siti.program(), 10, ",\"stock\":17");
    Tokens.of("agent");
    List<Callable<Integer>> calls = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Member one = siti.other();
      one.earn(100);
      members.add(one);
      for (int j = 0; j < 10; j++) {
        calls.add(() -> redeemReward(one.membership(), pot).statusCode());
      }
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(answers).filteredOn(status -> status == 201).hasSize(17);
      assertThat(answers).filteredOn(status -> status == 409).hasSize(33);
    }
    read(pot).then().body("taken", equalTo(17)).body("left", equalTo(0));
    assertThat(members.stream().mapToLong(Member::active).sum()).isEqualTo(500 - 170);
    redeemReward(siti.membership(), pot)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/out-of-stock"))
        .body("left", equalTo(0));
    assertThat(siti.active()).isEqualTo(1_000);
  }

  @Test
  void what_comes_back_can_be_had_by_others() {
    Member siti = Member.with(others, 1_000);
    UUID pot = reward(siti.program(), 100, ",\"stock\":1");
    UUID redeemed = redeemReward(siti.membership(), pot).jsonPath().getUUID("redemptionId");

    Api.reverse(redeemed, "{\"points\":40}").then().statusCode(200);
    read(pot).then().body("left", equalTo(0));
    Api.reverse(redeemed, "{}").then().statusCode(200);
    read(pot).then().body("left", equalTo(1));

    UUID cancelled = held(siti, pot);
    read(pot).then().body("left", equalTo(0));
    cancel(cancelled).then().statusCode(200);
    cancel(cancelled).then().statusCode(200);
    read(pot).then().body("left", equalTo(1));

    held(siti, pot);
    clock.advance(Duration.ofHours(1));
    await().untilAsserted(() -> read(pot).then().body("left", equalTo(1)));
  }

  @Test
  void one_member_gets_no_more_pieces_in_a_period_than_the_limit() {
    Member siti = Member.with(others, 1_000);
    UUID pot = reward(siti.program(), 10, ",\"limit\":{\"pieces\":2,\"period\":\"MONTH\"}");
    UUID first = redeemReward(siti.membership(), pot).jsonPath().getUUID("redemptionId");
    held(siti, pot);

    redeemReward(siti.membership(), pot)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/redemption-limit"))
        .body("limited", equalTo("pieces"))
        .body("left", equalTo(0))
        .body("period", equalTo("MONTH"));
    Member budi = siti.other();
    budi.earn(10);
    redeemReward(budi.membership(), pot).then().statusCode(201);

    Api.reverse(first, "{}").then().statusCode(200);
    redeemReward(siti.membership(), pot).then().statusCode(201);
    clock.advance(Duration.ofDays(32));
    redeem(siti.membership(), "{\"rewardId\":\"%s\",\"pieces\":2}".formatted(pot))
        .then()
        .statusCode(201);
  }

  @Test
  void what_can_not_be_had_is_not_paid() {
    Member siti = Member.with(others, 1_000);
    UUID planned = reward(siti.program(), 10, ",\"validFrom\":\"2100-01-01T00:00:00Z\"");
    redeemReward(siti.membership(), planned)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/reward-not-available"))
        .body("state", equalTo("PLANNED"));
    UUID ended = reward(siti.program(), 10, "");
    Api.as("manager").post("/v1/loyalty/rewards/{id}/end", ended).then().statusCode(200);
    redeemReward(siti.membership(), ended).then().statusCode(409).body("state", equalTo("ENDED"));
    redeemReward(siti.membership(), reward(Api.program(), 10, ""))
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-reward"));
    redeemReward(siti.membership(), reward(siti.program(), 1_001, ",\"stock\":1"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/insufficient-points"));
    assertThat(siti.active()).isEqualTo(1_000);
  }

  private static String part(UUID reward, int pieces, long points) {
    return "{\"rewardId\":\"%s\",\"pieces\":%d,\"points\":%d}".formatted(reward, pieces, points);
  }

  private static UUID held(Member member, UUID reward) {
    return redeem(
            member.membership(), "{\"rewardId\":\"%s\",\"holdForSeconds\":60}".formatted(reward))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("redemptionId");
  }
}
