package io.github.langgan.profile.directory;

import static io.github.langgan.profile.testing.Report.purchase;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DirectoryTest {

  private final Partner partner = new Partner();
  private final String digits =
      Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;

  @Test
  void a_partner_sees_no_other_partners_transaction() {
    UUID id = new Partner().pushed(purchase("A1").of(1, "CUP", "4.00"));

    partner.transaction(id).statusCode(404);
    partner.call().get("/v1/transactions?externalId=A1").then().body("items", hasSize(0));
  }

  @Test
  void a_transaction_is_found_by_its_number() {
    UUID id = partner.pushed(purchase("A1-" + digits).of(1, "CUP", "4.00"));

    agent()
        .get("/v1/transactions?externalId=A1-" + digits)
        .then()
        .body("items.transactionId", contains(id.toString()));
  }

  @Test
  void a_customers_transactions_come_newest_first_page_by_page() {
    UUID siti = known(elsewhere.aCustomer());
    for (int day = 1; day <= 5; day++) {
      partner.pushed(
          purchase("A" + day).of(1, "CUP", "4.00").by(siti).at("2026-01-0" + day + "T00:00:00Z"));
    }

    String cursor =
        agent()
            .get("/v1/transactions?limit=3&customerId=" + siti)
            .then()
            .body("items.externalId", contains("A5", "A4", "A3"))
            .extract()
            .path("nextCursor");
    agent()
        .get("/v1/transactions?limit=3&customerId=" + siti + "&cursor=" + cursor)
        .then()
        .body("items.externalId", contains("A2", "A1"));
  }

  @Test
  void a_customer_sees_its_own_transactions_only() {
    UUID siti = known(elsewhere.aCustomer());
    UUID own = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti));
    UUID other = partner.pushed(purchase("A2").of(1, "CUP", "4.00"));
    String token = Tokens.customer(siti);

    given().auth().oauth2(token).get("/v1/transactions/{id}", own).then().statusCode(200);
    given().auth().oauth2(token).get("/v1/transactions/{id}", other).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+62812%s", "0812-%s", "(+62) 812 %s"})
  void a_customer_is_found_by_any_writing_of_its_phone(String writing) {
    UUID siti = known(elsewhere.aCustomer().phone("+62812" + digits));

    agent()
        .queryParam("phone", writing.formatted(digits))
        .get("/v1/profiles")
        .then()
        .body("items.customerId", contains(siti.toString()))
        .body("items[0].name", equalTo("Siti Rahma"));
  }

  @Test
  void a_customer_is_found_by_email_card_and_identifier() {
    UUID siti =
        known(elsewhere.aCustomer().email(digits + "@example.com").identifier("acme", digits));
    elsewhere.openMembership(siti, "6280" + digits);

    agent()
        .get("/v1/profiles?email=" + digits + "@Example.com")
        .then()
        .body("items.customerId", contains(siti.toString()));
    agent()
        .get("/v1/profiles?source=acme&identifier=" + digits)
        .then()
        .body("items.customerId", contains(siti.toString()));
    await()
        .untilAsserted(
            () ->
                agent()
                    .get("/v1/profiles?card=6280" + digits)
                    .then()
                    .body("items.customerId", contains(siti.toString())));
  }

  @Test
  void a_search_needs_one_thing_to_search_by() {
    agent().get("/v1/profiles").then().statusCode(400);
    agent().get("/v1/profiles?phone=081234567&card=1").then().statusCode(400);
    agent().get("/v1/profiles?identifier=1").then().statusCode(400);
    agent().get("/v1/profiles?phone=none").then().statusCode(400);
    agent().get("/v1/transactions").then().statusCode(400);
  }

  private static RequestSpecification agent() {
    return given().auth().oauth2(Tokens.of("agent"));
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }
}
