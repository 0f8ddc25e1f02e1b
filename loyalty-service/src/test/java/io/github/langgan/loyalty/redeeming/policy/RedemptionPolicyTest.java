package io.github.langgan.loyalty.redeeming.policy;

import static io.github.langgan.loyalty.testing.RewardApi.confirm;
import static io.github.langgan.loyalty.testing.RewardApi.policy;
import static io.github.langgan.loyalty.testing.RewardApi.redemption;
import static io.github.langgan.loyalty.testing.RewardApi.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedemptionPolicyTest extends LoyaltyTest {

  @Test
  void a_policy_is_stated_by_who_has_seen_the_one_before() {
    UUID program = Api.program();
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/redemption-policy", program)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("limit", nullValue());

    policy(program, 0, "{\"pinAbove\":50}").then().statusCode(200).header("ETag", "\"1\"");
    policy(program, 0, "{}").then().statusCode(412);
    policy(program, 1, "{\"limit\":{\"points\":9,\"period\":\"DAY\"}}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("pinAbove", nullValue())
        .body("limit.points", equalTo(9));

    policy(program, 2, "{\"limit\":{\"points\":0,\"period\":\"DAY\"}}").then().statusCode(422);
    policy(UuidV7.next(), 0, "{}").then().statusCode(404);
    Api.as("agent")
        .header("If-Match", "\"2\"")
        .body("{}")
        .put("/v1/loyalty/programs/{id}/redemption-policy", program)
        .then()
        .statusCode(403);
  }

  @Test
  void nobody_spends_more_in_a_period_than_the_limit_however_many_try_at_once() throws Exception {
    Member siti = Member.with(others, 1_000);
    policy(siti.program(), 0, "{\"limit\":{\"points\":100,\"period\":\"MONTH\"}}")
        .then()
        .statusCode(200);
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> redeem = () -> Api.redeem(siti.membership(), 30).statusCode();
      List<Integer> answers =
          threads.invokeAll(Collections.nCopies(20, redeem)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
    }
    Api.redeem(siti.membership(), 11)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/redemption-limit"))
        .body("limited", equalTo("points"))
        .body("left", equalTo(10));
    UUID open = reserved(siti.membership(), 10);
    Api.redeem(siti.membership(), 1).then().statusCode(409).body("left", equalTo(0));
    clock.advance(Duration.ofMinutes(20));
    redemption(open).then().body("state", equalTo("TIMED_OUT"));
    UUID other = Api.redeem(siti.membership(), 10).jsonPath().getUUID("redemptionId");
    Api.reverse(other, "{\"points\":4}").then().statusCode(200);
    Api.redeem(siti.membership(), 5).then().statusCode(409).body("left", equalTo(4));

    clock.advance(Duration.ofDays(32));
    Api.redeem(siti.membership(), 100).then().statusCode(201);
  }

  @Test
  void many_points_are_confirmed_by_another_person() {
    Member siti = Member.with(others, 1_000);
    policy(siti.program(), 0, "{\"confirmationAbove\":100}").then().statusCode(200);
    Api.redeem(siti.membership(), 100).then().body("state", equalTo("REDEEMED"));

    UUID redemption =
        Api.redeem(siti.membership(), 101)
            .then()
            .statusCode(201)
            .body("state", equalTo("RESERVED"))
            .body("otherPersonConfirms", equalTo(true))
            .extract()
            .jsonPath()
            .getUUID("redemptionId");

    confirm(redemption)
        .then()
        .statusCode(403)
        .body("type", endsWith("/problems/other-person-confirms"));
    Api.as("manager")
        .post("/v1/loyalty/redemptions/{id}/confirmation", redemption)
        .then()
        .statusCode(200)
        .body("state", equalTo("REDEEMED"));
  }
}
