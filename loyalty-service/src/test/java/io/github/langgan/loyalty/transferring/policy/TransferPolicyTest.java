package io.github.langgan.loyalty.transferring.policy;

import static io.github.langgan.loyalty.testing.TransferApi.allow;
import static io.github.langgan.loyalty.testing.TransferApi.give;
import static io.github.langgan.loyalty.testing.TransferApi.policy;
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
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferPolicyTest extends LoyaltyTest {

  @Test
  void a_policy_is_stated_by_who_has_seen_the_one_before() {
    UUID program = Api.program();
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/transfer-policy", program)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("allowed", equalTo(false));

    policy(program, 0, "{\"allowed\":true,\"pinAbove\":50}")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
    policy(program, 0, "{\"allowed\":false}").then().statusCode(412);
    policy(program, 1, "{\"allowed\":true,\"given\":{\"points\":9,\"period\":\"DAY\"}}")
        .then()
        .statusCode(200)
        .body("pinAbove", nullValue())
        .body("given.points", equalTo(9));

    policy(program, 2, "{}").then().statusCode(422);
    policy(program, 2, "{\"allowed\":true,\"recipients\":{\"members\":0,\"period\":\"DAY\"}}")
        .then()
        .statusCode(422);
    policy(UuidV7.next(), 0, "{\"allowed\":true}").then().statusCode(404);
    Api.as("agent")
        .header("If-Match", "\"2\"")
        .body("{\"allowed\":true}")
        .put("/v1/loyalty/programs/{id}/transfer-policy", program)
        .then()
        .statusCode(403);
  }

  @Test
  void nobody_gives_more_in_a_period_than_the_policy_says_however_many_try_at_once()
      throws Exception {
    Member giver = Member.with(others, 1_000);
    Member recipient = giver.other();
    allow(giver.program(), ",\"given\":{\"points\":100,\"period\":\"MONTH\"}");
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> give =
          () -> give(giver.membership(), recipient.membership(), 30).statusCode();
      List<Integer> answers =
          threads.invokeAll(Collections.nCopies(20, give)).stream().map(Future::resultNow).toList();
      assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
    }

    refused(give(giver.membership(), recipient.membership(), 11), 409, "transfer-limit")
        .then()
        .body("limited", equalTo("points"))
        .body("left", equalTo(10));
    clock.advance(Duration.ofDays(32));
    give(giver.membership(), recipient.membership(), 100).then().statusCode(201);
  }

  @Test
  void the_least_of_a_transfer_counts_from_that_many_on() {
    Member giver = Member.with(others, 100);
    Member recipient = giver.other();
    allow(giver.program(), ",\"leastPoints\":10");

    refused(give(giver.membership(), recipient.membership(), 9), 409, "transfer-too-small")
        .then()
        .body("least", equalTo(10));
    give(giver.membership(), recipient.membership(), 10).then().statusCode(201);
  }

  @Test
  void a_member_gives_to_so_many_others_and_to_those_again() {
    Member giver = Member.with(others, 100);
    Member one = giver.other();
    Member two = giver.other();
    allow(giver.program(), ",\"recipients\":{\"members\":1,\"period\":\"YEAR\"}");

    give(giver.membership(), one.membership(), 10).then().statusCode(201);
    give(giver.membership(), one.membership(), 10).then().statusCode(201);
    refused(give(giver.membership(), two.membership(), 10), 409, "transfer-limit")
        .then()
        .body("limited", equalTo("recipients"));
    assertThat(two.active()).isZero();
  }

  @Test
  void what_a_member_receives_is_limited_and_nobody_learns_how_much_it_got() {
    Member giver = Member.with(others, 100);
    Member recipient = giver.other();
    Member other = giver.other();
    other.earn(50);
    allow(giver.program(), ",\"received\":{\"points\":60,\"period\":\"MONTH\"}");

    give(other.membership(), recipient.membership(), 50).then().statusCode(201);
    refused(give(giver.membership(), recipient.membership(), 11), 409, "recipient-limit")
        .then()
        .body("left", nullValue())
        .body("detail", nullValue());
    give(giver.membership(), recipient.membership(), 10).then().statusCode(201);
  }

  @Test
  void many_points_take_the_givers_pin() {
    Member giver = Member.with(others, 1_000);
    Member recipient = giver.other();
    allow(giver.program(), ",\"pinAbove\":100");
    refused(give(giver.membership(), recipient.membership(), 101), 403, "pin-required");
    Api.as("manager")
        .body("{\"pin\":\"4071\"}")
        .put("/v1/loyalty/memberships/{id}/pin", giver.membership())
        .then()
        .statusCode(204);

    give(giver.membership(), recipient.membership(), 100).then().statusCode(201);
    refused(withPin(giver, recipient, "4072"), 403, "pin-wrong")
        .then()
        .body("triesLeft", equalTo(4));
    refused(withPin(giver, recipient, "4072"), 403, "pin-wrong")
        .then()
        .body("triesLeft", equalTo(3));
    withPin(giver, recipient, "4071").then().statusCode(201);
    assertThat(recipient.active()).isEqualTo(201);
  }

  private static Response withPin(Member giver, Member recipient, String pin) {
    return Api.as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .header("Langgan-Pin", pin)
        .body("{\"to\":\"%s\",\"points\":101}".formatted(recipient.membership()))
        .post("/v1/loyalty/memberships/{id}/transfers", giver.membership());
  }

  private static Response refused(Response answer, int status, String problem) {
    answer.then().statusCode(status).body("type", endsWith("/problems/" + problem));
    return answer;
  }
}
