package io.github.langgan.loyalty.statement;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementTest extends LoyaltyTest {

  @Test
  void a_membership_is_found_by_its_card_and_by_its_customer() {
    UUID customer = others.registeredCustomer();
    UUID first = Api.membership(customer, Api.program());
    UUID second = Api.membership(customer, Api.program());
    String card = Api.read(first).jsonPath().getString("card.number");

    find("card=" + card)
        .then()
        .statusCode(200)
        .body("items.membershipId", contains(first.toString()));
    find("customerId=" + customer)
        .then()
        .body("items.membershipId", contains(second.toString(), first.toString()));
    find("card=4111111111111111").then().statusCode(200).body("items", empty());
    find("customerId=" + UuidV7.next()).then().statusCode(200).body("items", empty());
    find("limit=5").then().statusCode(400);
    find("card=" + card + "&customerId=" + customer).then().statusCode(400);
  }

  @Test
  void pages_neither_skip_nor_repeat_while_points_come_in() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    earn(customer, membership, 5);
    List<String> all = Api.entries(membership).jsonPath().getList("items.entryId");

    List<String> seen = new ArrayList<>();
    String path = "/v1/loyalty/memberships/" + membership + "/entries?limit=2";
    Response page = Api.as("agent").get(path);
    page.then().statusCode(200).header("Link", containsString("rel=\"next\""));
    seen.addAll(page.jsonPath().getList("items.entryId"));
    earn(customer, membership, 1);
    while (page.jsonPath().getString("nextCursor") != null) {
      page = Api.as("agent").get(path + "&cursor=" + page.jsonPath().getString("nextCursor"));
      seen.addAll(page.jsonPath().getList("items.entryId"));
    }

    assertThat(seen).isEqualTo(all);
    Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/lots?limit=4", membership)
        .then()
        .body("items.earned", contains(1, 1, 1, 1))
        .body("nextCursor", notNullValue());
  }

  @Test
  void a_read_waits_for_the_transaction_that_it_names() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    others.recorded(customer, purchase(line("HOME", 1, "10.00")));

    Api.as("agent")
        .header("Prefer", "wait=10")
        .header("Langgan-Position", "crm.profile/" + customer + "/1")
        .get("/v1/loyalty/memberships/{id}", membership)
        .then()
        .statusCode(200)
        .body("balance.active", equalTo(10))
        .body("freshness.stale", equalTo(false));
    Api.as("agent")
        .header("Prefer", "wait=0")
        .header("Langgan-Position", "crm.profile/" + customer + "/99")
        .get("/v1/loyalty/memberships/{id}", membership)
        .then()
        .body("freshness.stale", equalTo(true));
  }

  @Test
  void a_customer_sees_its_own_memberships_only() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    String card = Api.read(membership).jsonPath().getString("card.number");
    String own = Tokens.customer(customer);
    String another = Tokens.customer(UuidV7.next());
    String path = "/v1/loyalty/memberships/" + membership;

    Api.with(own).get(path).then().statusCode(200);
    Api.with(own).get(path + "/lots").then().statusCode(200);
    String missing =
        Api.with(another)
            .get("/v1/loyalty/memberships/" + UuidV7.next())
            .then()
            .statusCode(404)
            .extract()
            .path("detail");
    for (String part : List.of("", "/lots", "/entries")) {
      Api.with(another).get(path + part).then().statusCode(404).body("detail", equalTo(missing));
    }
    Api.with(another)
        .get("/v1/loyalty/memberships?customerId=" + customer)
        .then()
        .body("items", empty())
        .body("nextCursor", nullValue());
    Api.with(another).get("/v1/loyalty/memberships?card=" + card).then().body("items", empty());
  }

  private void earn(UUID customer, UUID membership, int purchases) {
    long before = Api.active(membership);
    for (int i = 0; i < purchases; i++) {
      others.recorded(customer, purchase(line("HOME", 1, "1.00")));
    }
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + purchases));
  }

  private static Response find(String query) {
    return Api.as("agent").get("/v1/loyalty/memberships?" + query);
  }
}
