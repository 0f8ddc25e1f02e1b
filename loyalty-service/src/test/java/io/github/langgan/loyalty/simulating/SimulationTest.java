package io.github.langgan.loyalty.simulating;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SimulationTest extends LoyaltyTest {

  private static final String LINE =
      "{\"product\":\"P\",\"category\":\"HOME\",\"quantity\":2,\"unitPrice\":\"10.00\",\"discount\":\"1.50\"}";

  @Test
  void a_member_asks_what_a_purchase_would_earn_and_nothing_changes() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "validity":{"months":12},"earningRules":[\
                {"name":"base","expression":"line.amount","cap":{"points":25,"period":"MONTH"}},\
                {"name":"welcome","when":"member.firstPurchase","expression":"100"}]"""));

    simulate(membership, "{\"lines\":[%s]}".formatted(LINE))
        .then()
        .statusCode(200)
        .body("points", equalTo(118))
        .body("ruleVersion", equalTo(1))
        .body("contributions.rule", contains("base", "welcome"))
        .body("contributions.points", contains("18.5", "100"))
        .body("expiresAt", notNullValue());
    Api.entries(membership).then().body("items", empty());

    others.recorded(customer, at(clock.instant(), purchase(line("HOME", 1, "20"))));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(120));

    simulate(membership, "{\"lines\":[%s]}".formatted(LINE))
        .then()
        .body("points", equalTo(5))
        .body("contributions.rule", contains("base"));
  }

  @Test
  void a_member_asks_which_tier_a_purchase_would_give() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    UUID membership = Api.membership(customer, program);
    simulate(membership, "{\"lines\":[%s]}".formatted(LINE)).then().body("tier", nullValue());
    TierApi.scheme(
        program,
        """
        "basis":"SPEND","period":{"kind":"CALENDAR_YEAR"},"validity":{"periods":1}""");
    others.recorded(customer, at(clock.instant(), purchase(line("HOME", 90, "1.00"))));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(90));

    simulate(membership, "{\"lines\":[%s]}".formatted(LINE))
        .then()
        .statusCode(200)
        .body("tier.code", equalTo("SILVER"))
        .body("tier.next.code", equalTo("GOLD"))
        .body("tier.next.missing", equalTo("191.5"));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
  }

  @Test
  void a_purchase_in_another_currency_would_earn_nothing() {
    UUID membership = Api.membership(others.registeredCustomer(), Api.program());

    simulate(membership, "{\"currency\":\"IDR\",\"lines\":[%s]}".formatted(LINE))
        .then()
        .statusCode(200)
        .body("points", equalTo(0))
        .body("note", equalTo("OTHER_CURRENCY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'lines':[]}                                                         | /lines",
        "{'lines':[{'product':'P','quantity':0,'unitPrice':'1'}]}             | /lines/0/quantity",
        "{'lines':[{'product':'P','quantity':1,'unitPrice':'-1'}]}            | /lines/0/unitPrice",
        "{'lines':[{'product':'P','quantity':1,'unitPrice':'1e3'}]}           | /lines/0/unitPrice",
        "{'currency':'pound','lines':[{'product':'P','quantity':1,'unitPrice':'1'}]} | /currency",
      })
  void a_purchase_that_nobody_can_make_is_refused(String body, String pointer) {
    UUID membership = Api.membership(others.registeredCustomer(), Api.program());

    simulate(membership, body.replace('\'', '"'))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer));
  }

  private static Response simulate(UUID membership, String body) {
    return Api.as("agent").body(body).post("/v1/loyalty/memberships/{id}/simulations", membership);
  }
}
