package io.github.langgan.customer.upkeep.inactivity;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules as managers state, try and withdraw them. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InactivityRuleResourceTest extends InactivityTestBase {

  @Test
  void a_preview_says_what_would_be_and_changes_nothing() {
    longAway();
    preview(24)
        .then()
        .statusCode(200)
        .body("wouldArchive", equalTo(2))
        .body("wouldReactivate", equalTo(0))
        .body("longestInactive.customerId", hasItem(siti))
        .body("longestInactive[0].rule", equalTo(code()));
    shop.get(siti).then().body("archivedAt", nullValue());
    MANAGER.call().get("/v1/inactivity-rules").then().body("items.code", not(hasItem(code())));

    state(24).then().statusCode(200);
    run();
    preview(36).then().body("wouldArchive", equalTo(0)).body("wouldReactivate", equalTo(2));
  }

  @Test
  void a_rule_that_is_withdrawn_or_longer_gives_back_whom_it_archived() {
    state(24).then().statusCode(200);
    run();
    state(36).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());

    state(24).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", notNullValue());
    MANAGER.call().delete("/v1/inactivity-rules/{code}", code()).then().statusCode(204);
    MANAGER.call().delete("/v1/inactivity-rules/{code}", code()).then().statusCode(404);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());
  }

  @Test
  void a_rule_is_of_a_kind_if_it_says_so() {
    String company = shop.registered(known("PT Maju").with("kind", "\"ORGANISATION\""));
    seenLast(company, LONG);
    put("{\"period\":\"P1Y\",\"periods\":2,\"kind\":\"ORGANISATION\",\"partner\":\"%s\"}")
        .then()
        .statusCode(200);
    run();
    shop.get(company).then().body("archivedAt", notNullValue());
    shop.get(siti).then().body("archivedAt", nullValue());
  }

  @Test
  void what_is_no_rule_is_refused() {
    for (String wrong :
        List.of(
            "{\"periods\":24}",
            "{\"period\":\"24 months\",\"periods\":24}",
            "{\"period\":\"P\",\"periods\":24}",
            "{\"period\":\"P0M\",\"periods\":24}",
            "{\"period\":\"P1D\",\"periods\":1}",
            "{\"period\":\"P1M\",\"periods\":0}",
            "{\"period\":\"P1M\",\"periods\":24,\"partner\":\"a b\"}")) {
      put(wrong).then().statusCode(422).body("errors.pointer", notNullValue());
    }
    shop.call().queryParam("archived", "MAYBE").get("/v1/customers").then().statusCode(400);
  }

  @Test
  void managers_state_rules_and_nobody_else() {
    for (CustomerApi other : List.of(shop, AGENT, CustomerApi.customer(siti))) {
      other
          .call()
          .contentType(ContentType.JSON)
          .body("{\"period\":\"P1M\",\"periods\":24}")
          .put("/v1/inactivity-rules/{code}", code())
          .then()
          .statusCode(403);
    }
  }

  private Response preview(int months) {
    return MANAGER
        .call()
        .contentType(ContentType.JSON)
        .body("{\"period\":\"P1M\",\"periods\":%d,\"partner\":\"%s\"}".formatted(months, partner))
        .post("/v1/inactivity-rules/{code}/preview", code());
  }
}
