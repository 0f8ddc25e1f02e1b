package io.github.langgan.loyalty.reward;

import static io.github.langgan.loyalty.testing.RewardApi.create;
import static io.github.langgan.loyalty.testing.RewardApi.read;
import static io.github.langgan.loyalty.testing.RewardApi.reward;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RewardTest extends LoyaltyTest {

  private UUID program;

  @BeforeEach
  void a_program() {
    program = Api.program();
  }

  @Test
  void a_reward_is_in_the_catalogue_as_it_was_put_there() {
    UUID reward =
        reward(
            program,
            1200,
            """
            ,"money":{"amount":"24.5","currency":"GBP","leastPoints":400},"stock":50,\
            "limit":{"pieces":2,"period":"YEAR"}""");
    UUID later = reward(program, 5, "");

    read(reward)
        .then()
        .statusCode(200)
        .body("points", equalTo(1200))
        .body("money.amount", equalTo("24.50"))
        .body("money.leastPoints", equalTo(400))
        .body("left", equalTo(50))
        .body("limit.period", equalTo("YEAR"))
        .body("state", equalTo("ACTIVE"));
    read(later).then().body("stock", nullValue()).body("left", nullValue());
    Api.as("agent")
        .get("/v1/loyalty/rewards?programId=" + program)
        .then()
        .statusCode(200)
        .body("items.rewardId", contains(later.toString(), reward.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "money":{"amount":"1.00","currency":"IDR","leastPoints":1}  | /money/currency
          "money":{"amount":"1.001","currency":"GBP","leastPoints":1} | /money/amount
          "money":{"amount":"0","currency":"GBP","leastPoints":1}     | /money/amount
          "money":{"amount":"1","currency":"GBP","leastPoints":11}    | /money/leastPoints
          "validFrom":"2030-01-02T00:00:00Z","validUntil":"2030-01-01T00:00:00Z" | /validUntil
          "stock":-1                                                  | /stock
          "limit":{"pieces":0,"period":"DAY"}                         | /limit/pieces
          """)
  void one_that_can_not_be_is_refused(String member, String pointer) {
    create(program, 10, "," + member)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer));
    Api.as("agent")
        .get("/v1/loyalty/rewards?programId=" + program)
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void a_program_that_is_not_there_has_no_rewards() {
    create(UuidV7.next(), 10, "")
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-program"));
    read(UuidV7.next()).then().statusCode(404);
    Api.as("agent")
        .header("Idempotency-Key", "k")
        .body("{}")
        .post("/v1/loyalty/rewards")
        .then()
        .statusCode(403);
  }

  @Test
  void pieces_come_and_go_but_never_below_what_was_taken() {
    UUID reward = reward(program, 10, ",\"stock\":3");

    restock(reward, 7).then().statusCode(200).body("stock", equalTo(10));
    restock(reward, -10).then().statusCode(200).body("left", equalTo(0));
    restock(reward, -1)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/out-of-stock"))
        .body("left", equalTo(0));
    restock(reward(program, 10, ""), 1).then().statusCode(422);
  }

  @Test
  void one_that_was_ended_stays_so() {
    UUID reward = reward(program, 10, "");
    for (int time = 1; time <= 2; time++) {
      Api.as("manager")
          .post("/v1/loyalty/rewards/{id}/end", reward)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("state", equalTo("ENDED"));
    }
  }

  private static Response restock(UUID reward, long by) {
    return Api.as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"by\":%d}".formatted(by))
        .post("/v1/loyalty/rewards/{id}/stock", reward);
  }
}
