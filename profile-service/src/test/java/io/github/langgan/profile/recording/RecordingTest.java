package io.github.langgan.profile.recording;

import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RecordingTest {

  private final Partner partner = new Partner();

  @Inject TestTopics topics;

  @Test
  void a_new_transaction_is_created_where_its_location_says() {
    String location =
        partner
            .push(purchase("A1").of(6, "CUP", "2.55").of(1, "PLATE", "9.00", "0.50"))
            .statusCode(201)
            .header("Langgan-Position", startsWith("crm.profile/"))
            .body("total.amount", equalTo("23.80"))
            .body("attribution.state", equalTo("ANONYMOUS"))
            .body("customerId", nullValue())
            .extract()
            .header("Location");

    partner.call().get(location).then().statusCode(200).body("externalId", equalTo("A1"));
  }

  @Test
  void it_is_published() {
    UUID id = partner.pushed(purchase("A1").of(6, "CUP", "2.55"));

    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("transaction.recorded"))
                    .filteredOn(event -> event.key().equals(id))
                    .singleElement()
                    .satisfies(event -> assertThat(event.json()).contains("\"amount\":\"15.30\"")));
  }

  @Test
  void the_same_again_is_answered_with_the_first() {
    UUID id = partner.pushed(purchase("A1").of(6, "CUP", "2.55"));

    partner
        .push(purchase("A1").of(6, "CUP", "2.550").at("2026-01-05T10:00:00+07:00"))
        .statusCode(200)
        .body("transactionId", equalTo(id.toString()));
  }

  @Test
  void another_content_under_the_same_number_is_a_conflict() {
    partner.pushed(purchase("A1").of(6, "CUP", "2.55"));

    partner
        .push(purchase("A1").of(5, "CUP", "2.55"))
        .statusCode(409)
        .body("type", endsWith("/transaction-conflict"));
  }

  @Test
  void another_partner_may_use_the_same_number() {
    partner.pushed(purchase("A1").of(6, "CUP", "2.55"));

    new Partner().push(purchase("A1").of(1, "SPOON", "1.00")).statusCode(201);
  }

  @Test
  void what_is_wrong_is_named_in_the_callers_language() {
    partner
        .call()
        .header("Accept-Language", "id")
        .contentType(ContentType.JSON)
        .body(purchase("A1").of(0, "CUP", "2.55").json())
        .post("/v1/transactions")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/lines/0/quantity"));
  }

  @Test
  void an_unknown_field_is_refused() {
    partner
        .push(purchase("A1").of(1, "CUP", "2.55").with("partner", "someone-else"))
        .statusCode(400)
        .body("type", endsWith("/unknown-field"))
        .body("detail", containsString("partner"));
  }

  @Test
  void who_is_no_partner_may_report_nothing() {
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("manager"))
        .contentType(ContentType.JSON)
        .body(purchase("A1").of(1, "CUP", "2.55").json())
        .post("/v1/transactions")
        .then()
        .statusCode(403);
  }
}
