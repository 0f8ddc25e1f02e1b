package io.github.langgan.analytics.customervalue;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static io.github.langgan.analytics.TransactionJson.aReturn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.analytics.OtherServices;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CustomerAnalyticsResourceTest {

  @Inject OtherServices others;
  @Inject TestTopics topics;
  @Inject MovableClock clock;

  private final UUID siti = UuidV7.next();

  @Test
  void a_registered_customer_who_bought_nothing_is_a_prospect() {
    others.tell("crm.customer", siti, "customer.registered", registered(siti));
    figures(siti)
        .statusCode(200)
        .body("stage.stage", equalTo("PROSPECT"))
        .body("stage.asOf", notNullValue())
        .body("rfm", nullValue())
        .body("value", nullValue())
        .body("profit", nullValue())
        .body("segments", empty());
  }

  @Test
  void value_and_profit_come_from_purchases_less_returns() {
    String today = clock.instant().toString();
    others.tell(
        aPurchase().of(siti).at(today).line(2, "10.00", "6.00").line(1, "5.50", null),
        aReturn().of(siti).at(today).line(1, "10.00", "6.00"));
    figures(siti)
        .statusCode(200)
        .body("value.purchases", equalTo(1))
        .body("value.returns", equalTo(1))
        .body("value.revenue[0].amount", equalTo("15.50"))
        .body("value.revenue[0].currency", equalTo("GBP"))
        .body("value.purchased[0].amount", equalTo("25.50"))
        .body("value.returned[0].amount", equalTo("10.00"))
        .body("value.margin[0].amount", equalTo("4.00"))
        .body("profit.currencies[0].costedRevenue.amount", equalTo("10.00"))
        .body("profit.currencies[0].costOfGoods.amount", equalTo("6.00"))
        .body("profit.currencies[0].profit.amount", equalTo("4.00"))
        .body("rfm.recencyDays", equalTo(0))
        .body("rfm.frequency", equalTo(1))
        .body("rfm.monetary.amount", equalTo("15.50"))
        .body("stage.stage", equalTo("NEW"))
        .body("stage.reason", containsString("once"))
        .body("value.freshness.stale", equalTo(false));
  }

  @Test
  void a_cost_that_nobody_stated_is_absent_and_not_zero() {
    others.tell(aPurchase().of(siti).line(1, "10.00", null));
    figures(siti).body("profit", nullValue()).body("value.margin", empty());
  }

  @Test
  void a_silent_customer_lapses() {
    String today = clock.instant().toString();
    others.tell(aPurchase().of(siti).at(today).line(1, "10.00", null));
    figures(siti).body("stage.stage", equalTo("NEW"));
    clock.advance(Duration.ofDays(5 * 365));
    figures(siti).body("stage.stage", equalTo("LAPSED")).body("stage.silentDays", equalTo(5 * 365));
  }

  @Test
  void cases_are_counted() {
    others.tell(
        "crm.complaint",
        siti,
        "case.opened",
        """
        {"caseId":"%s","customerId":"%s","kind":"COMPLAINT","category":"DELIVERY",\
        "openedAt":"2026-01-12T03:15:00Z"}"""
            .formatted(UuidV7.next(), siti));
    figures(siti).body("service.casesOpened", equalTo(1)).body("service.casesResolved", equalTo(0));
  }

  @Test
  void a_caller_may_wait_for_what_it_wrote() {
    var purchase = aPurchase().of(siti).line(1, "10.00", null);
    topics.publish("crm.profile", siti, purchase.eventType(), purchase.json());
    given()
        .auth()
        .oauth2(Tokens.of("analyst"))
        .header("Langgan-Position", "crm.profile/%s/1".formatted(siti))
        .header("Prefer", "wait=10")
        .get("/v1/analytics/customers/{id}", siti)
        .then()
        .statusCode(200)
        .body("value.purchases", equalTo(1))
        .body("value.freshness.stale", equalTo(false));
  }

  @Test
  void what_does_not_come_in_time_is_marked_stale() {
    others.tell(aPurchase().of(siti).line(1, "10.00", null));
    given()
        .auth()
        .oauth2(Tokens.of("analyst"))
        .header("Langgan-Position", "crm.profile/%s/99".formatted(siti))
        .header("Prefer", "wait=0")
        .get("/v1/analytics/customers/{id}", siti)
        .then()
        .statusCode(200)
        .time(lessThan(5_000L))
        .body("value.freshness.stale", equalTo(true))
        .body("service.freshness.stale", equalTo(false));
  }

  @Test
  void a_customer_sees_only_itself() {
    others.tell(aPurchase().of(siti).line(1, "10.00", null));
    get(Tokens.customer(siti), siti).statusCode(200);
    get(Tokens.customer(UuidV7.next()), siti)
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  @Test
  void an_unknown_customer_is_not_found() {
    figures(UuidV7.next()).statusCode(404);
  }

  @Test
  void the_scope_is_needed() {
    get(Tokens.of("agent"), siti).statusCode(403);
    given().get("/v1/analytics/customers/{id}", siti).then().statusCode(401);
  }

  private static ValidatableResponse figures(UUID customer) {
    return get(Tokens.of("analyst"), customer);
  }

  private static ValidatableResponse get(String token, UUID customer) {
    return given().auth().oauth2(token).get("/v1/analytics/customers/{id}", customer).then();
  }

  private static String registered(UUID customer) {
    return "{\"customerId\":\"%s\",\"registeredAt\":\"2026-01-01T00:00:00Z\"}".formatted(customer);
  }
}
