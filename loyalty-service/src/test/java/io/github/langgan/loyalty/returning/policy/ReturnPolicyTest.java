package io.github.langgan.loyalty.returning.policy;

import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ReturnApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReturnPolicyTest extends LoyaltyTest {

  @Test
  void a_policy_is_stated_by_who_has_seen_the_one_before() {
    UUID program = Api.program();
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/return-policy", program)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("spentPoints", equalTo("WITHIN_BALANCE"));

    ReturnApi.policy(program, 0, "{\"spentPoints\":\"DEBT\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("spentPoints", equalTo("DEBT"));
    ReturnApi.policy(program, 0, "{\"spentPoints\":\"DEBT\"}").then().statusCode(412);
    ReturnApi.policy(program, 1, "{}").then().statusCode(422);
    ReturnApi.policy(program, 1, "{\"spentPoints\":\"CREDIT\"}").then().statusCode(422);
    ReturnApi.policy(UuidV7.next(), 0, "{\"spentPoints\":\"DEBT\"}").then().statusCode(404);
    Api.as("agent")
        .header("If-Match", "\"1\"")
        .body("{\"spentPoints\":\"DEBT\"}")
        .put("/v1/loyalty/programs/{id}/return-policy", program)
        .then()
        .statusCode(403);
  }
}
