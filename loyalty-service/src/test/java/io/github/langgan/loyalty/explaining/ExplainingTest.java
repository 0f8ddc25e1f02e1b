package io.github.langgan.loyalty.explaining;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplainingTest extends LoyaltyTest {

  private static final String RULES =
      """
      "earningRules":[{"name":"base","expression":"line.amount / 3.0"},\
      {"name":"welcome","when":"member.firstPurchase","expression":"5"},\
      {"name":"toys","when":"line.category == 'TOYS'","effect":"FACTOR","expression":"2",\
      "cap":{"points":2,"period":"YEAR"}}]""";

  @Test
  void every_point_goes_back_to_its_line_and_rule() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program(RULES));
    Purchase bought = purchase(line("HOME", 1, "10"), line("TOYS", 3, "3"));
    others.recorded(customer, bought);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(13));

    explain(membership, bought)
        .then()
        .statusCode(200)
        .body("externalId", equalTo(bought.externalId()))
        .body("ruleVersion", equalTo(1))
        .body("points", equalTo(13))
        .body("standing", equalTo(13))
        .body("contributions.rule", contains("base", "base", "welcome", "toys"))
        .body("contributions.line", contains(1, 2, null, 2))
        .body("contributions[1].points", equalTo("3"))
        .body("contributions[3].points", equalTo("2"))
        .body("rest", nullValue());
  }

  @Test
  void what_came_back_is_explained_as_it_was_rated_then() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program(RULES));
    Purchase bought = purchase(line("TOYS", 2, "6"));
    others.recorded(customer, bought);
    others.recorded(customer, purchase(line("TOYS", 1, "3")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(4 + 5 + 2 + 1));

    others.returned(customer, new Back(bought, 1, 1));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(2 + 5 + 2 + 1));
    explain(membership, bought)
        .then()
        .body("points", equalTo(11))
        .body("standing", equalTo(9))
        .body("rest.points", equalTo(9))
        .body("rest.contributions.points", contains("2", "5", "2"));
  }

  @Test
  void nobody_elses_points_are_explained() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    UUID membership = Api.membership(customer, program);
    UUID stranger = Api.membership(others.registeredCustomer(), program);
    Purchase bought = purchase(line("HOME", 1, "0.5"));
    others.recorded(customer, bought);

    await().untilAsserted(() -> explain(membership, bought).then().statusCode(200));
    explain(membership, bought).then().body("points", equalTo(0)).body("contributions", empty());
    explain(stranger, bought).then().statusCode(404);
    Api.with(Tokens.customer(others.registeredCustomer()))
        .get("/v1/loyalty/memberships/{id}/earnings/{t}", membership, bought.id().value())
        .then()
        .statusCode(404);
    Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/earnings/{t}", membership, UuidV7.next())
        .then()
        .statusCode(404);
  }

  private static Response explain(UUID membership, Purchase purchase) {
    return Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/earnings/{t}", membership, purchase.id().value());
  }
}
