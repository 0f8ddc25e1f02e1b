package io.github.langgan.loyalty.redeeming;

import static io.github.langgan.loyalty.testing.RewardApi.cancel;
import static io.github.langgan.loyalty.testing.RewardApi.confirm;
import static io.github.langgan.loyalty.testing.RewardApi.redeem;
import static io.github.langgan.loyalty.testing.RewardApi.redemption;
import static io.github.langgan.loyalty.testing.RewardApi.reserve;
import static io.github.langgan.loyalty.testing.RewardApi.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
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

@QuarkusTest
class ReservationTest extends LoyaltyTest {

  @Test
  void reserved_points_are_neither_there_nor_spent_until_somebody_confirms() {
    Member siti = Member.with(others, 100);

    UUID redemption =
        reserve(siti.membership(), 30)
            .then()
            .statusCode(201)
            .body("state", equalTo("RESERVED"))
            .body("redeemedAt", nullValue())
            .body("reservedUntil", not(nullValue()))
            .body("balance.active", equalTo(70))
            .extract()
            .jsonPath()
            .getUUID("redemptionId");

    Api.read(siti.membership())
        .then()
        .body("balance.active", equalTo(70))
        .body("balance.reserved", equalTo(30))
        .body("balance.spent", equalTo(0));
    Api.redeem(siti.membership(), 71).then().statusCode(409).body("available", equalTo(70));
    Api.reverse(redemption, "{}").then().statusCode(409).body("reversible", equalTo(0));

    confirm(redemption)
        .then()
        .statusCode(200)
        .body("state", equalTo("REDEEMED"))
        .body("redeemedAt", not(nullValue()))
        .body("balance.active", equalTo(70));

    Api.read(siti.membership())
        .then()
        .body("balance.reserved", equalTo(0))
        .body("balance.spent", equalTo(30));
    Api.entries(siti.membership())
        .then()
        .body("items.kind", contains("REDEEMED", "RESERVATION_RELEASED", "RESERVED", "EARNED"));
    assertTold("points.reserved", redemption, 1);
    assertTold("points.redeemed", redemption, 1);
    assertThat(told("points.released", redemption)).isZero();
  }

  @Test
  void confirming_again_changes_nothing_and_a_confirmed_one_is_reversed_instead_of_cancelled() {
    Member siti = Member.with(others, 100);
    UUID redemption = reserved(siti.membership(), 30);
    confirm(redemption).then().statusCode(200);

    confirm(redemption)
        .then()
        .statusCode(200)
        .body("state", equalTo("REDEEMED"))
        .body("balance.active", equalTo(70));
    cancel(redemption)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/reservation-over"))
        .body("state", equalTo("REDEEMED"));
    Api.reverse(redemption, "{}").then().statusCode(200).body("balance.active", equalTo(100));

    assertTold("points.redeemed", redemption, 1);
  }

  @Test
  void a_cancelled_one_gives_the_points_back_once() {
    Member siti = Member.with(others, 100);
    UUID redemption = reserved(siti.membership(), 30);

    for (int time = 1; time <= 2; time++) {
      cancel(redemption)
          .then()
          .statusCode(200)
          .body("state", equalTo("CANCELLED"))
          .body("balance.active", equalTo(100));
    }

    confirm(redemption).then().statusCode(409).body("state", equalTo("CANCELLED"));
    Api.lots(siti.membership())
        .then()
        .body("items.remaining", contains(100))
        .body("items.reserved", contains(0));
    assertTold("points.released", redemption, 1);
  }

  @Test
  void one_that_nobody_confirms_in_time_is_over_at_once_and_its_points_come_back() {
    Member siti = Member.with(others, 100);
    UUID redemption = reserved(siti.membership(), 30);
    clock.advance(Duration.ofMinutes(15));

    confirm(redemption)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/reservation-over"))
        .body("state", equalTo("TIMED_OUT"));
    redemption(redemption).then().body("state", equalTo("TIMED_OUT"));

    clock.advance(Duration.ofMinutes(1));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(100));
    cancel(redemption).then().statusCode(200).body("state", equalTo("TIMED_OUT"));
    assertTold("points.released", redemption, 1);
  }

  @Test
  void points_that_were_reserved_in_time_are_spent_also_when_they_would_have_expired() {
    Member siti = Member.of(others, "\"validity\":{\"days\":1},");
    siti.earn(30);
    UUID kept = held(siti, 20, Duration.ofDays(7));
    UUID cancelled = held(siti, 10, Duration.ofDays(7));
    clock.advance(Duration.ofDays(3));

    confirm(kept).then().statusCode(200).body("state", equalTo("REDEEMED"));
    cancel(cancelled).then().statusCode(200);

    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              Api.read(siti.membership())
                  .then()
                  .body("balance.spent", equalTo(20))
                  .body("balance.active", equalTo(0))
                  .body("balance.expired", equalTo(10));
            });
  }

  @Test
  void of_many_who_confirm_and_cancel_at_once_one_side_wins() throws Exception {
    Member siti = Member.with(others, 100);
    Tokens.of("agent");
    for (int round = 1; round <= 5; round++) {
      UUID redemption = reserved(siti.membership(), 10);
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        calls.add(() -> 1_000 + confirm(redemption).statusCode());
        calls.add(() -> 2_000 + cancel(redemption).statusCode());
      }
      List<Integer> answers;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
      }
      boolean confirmed = redemption(redemption).jsonPath().getString("state").equals("REDEEMED");
      assertThat(answers).filteredOn(one -> one == 1_200).hasSize(confirmed ? 10 : 0);
      assertThat(answers).filteredOn(one -> one == 2_200).hasSize(confirmed ? 0 : 10);
      assertThat(answers).filteredOn(one -> one % 1_000 == 409).hasSize(10);
      assertTold(confirmed ? "points.redeemed" : "points.released", redemption, 1);
    }
  }

  @Test
  void what_is_no_redemption_is_neither_confirmed_nor_cancelled() {
    confirm(UuidV7.next()).then().statusCode(404);
    cancel(UuidV7.next()).then().statusCode(404);
    Member siti = Member.with(others, 10);
    UUID redemption = reserved(siti.membership(), 5);
    Api.as("marketer")
        .post("/v1/loyalty/redemptions/{id}/confirmation", redemption)
        .then()
        .statusCode(403);
    redeem(siti.membership(), "{\"points\":5,\"holdForSeconds\":9}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/holdForSeconds"));
    redeem(siti.membership(), "{\"holdForSeconds\":60}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/points"));
  }

  private static UUID held(Member member, long points, Duration time) {
    return redeem(
            member.membership(),
            "{\"points\":%d,\"holdForSeconds\":%d}".formatted(points, time.toSeconds()))
        .jsonPath()
        .getUUID("redemptionId");
  }

  private void assertTold(String type, UUID redemption, int times) {
    await().untilAsserted(() -> assertThat(told(type, redemption)).isEqualTo(times));
  }

  private long told(String type, UUID redemption) {
    return topics.published(type).stream()
        .filter(event -> event.json().contains(redemption.toString()))
        .count();
  }
}
