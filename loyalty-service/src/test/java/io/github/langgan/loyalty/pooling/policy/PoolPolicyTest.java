package io.github.langgan.loyalty.pooling.policy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.PoolApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PoolPolicyTest extends LoyaltyTest {

  private static Response read(UUID program) {
    return Api.as("agent").get("/v1/loyalty/programs/{id}/pool-policy", program);
  }

  @Test
  void nothing_is_allowed_until_somebody_says_so() {
    UUID program = Api.program();
    read(program).then().statusCode(200).header("ETag", "\"0\"").body("allowed", equalTo(false));

    PoolApi.policy(program, 0, "{\"allowed\":true,\"membersAtMost\":6,\"waitDays\":90}")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");

    read(program)
        .then()
        .body("allowed", equalTo(true))
        .body("membersAtMost", equalTo(6))
        .body("waitDays", equalTo(90));
    PoolApi.policy(program, 1, "{\"allowed\":true}").then().statusCode(200);
    read(program).then().body("membersAtMost", equalTo(10)).body("waitDays", nullValue());
  }

  @Test
  void a_statement_on_an_older_one_is_refused_and_so_is_nonsense() {
    UUID program = Api.program();
    PoolApi.allow(program, "");

    PoolApi.policy(program, 0, "{\"allowed\":false}").then().statusCode(412);
    for (String wrong :
        List.of(
            "{}",
            "{\"allowed\":true,\"membersAtMost\":1}",
            "{\"allowed\":true,\"membersAtMost\":21}",
            "{\"allowed\":true,\"waitDays\":0}")) {
      PoolApi.policy(program, 1, wrong).then().statusCode(422);
    }
    PoolApi.policy(UUID.randomUUID(), 0, "{\"allowed\":true}").then().statusCode(404);
    read(program).then().header("ETag", "\"1\"").body("allowed", equalTo(true));
  }
}
