package io.github.langgan.customer.registration.intake;

import static io.github.langgan.customer.registration.intake.IntakeApi.ACME;
import static io.github.langgan.customer.registration.intake.IntakeApi.AGENT;
import static io.github.langgan.customer.registration.intake.IntakeApi.BETA;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who sees which forms, also when their customers are merged and split. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IntakesOfCustomerTest {

  private final Body siti = known("Siti Rahma");

  @Test
  void the_latest_come_first_page_by_page_and_of_one_kind_only_if_wanted() {
    String card = ACME.sendMemberCard(siti).path("intakeId");
    String customer = ACME.get(card).path("customerId");
    List<String> sent = new ArrayList<>(List.of(card));
    for (int i = 0; i < 4; i++) {
      sent.addFirst(ACME.sendWarrantyCard(siti).path("intakeId"));
    }

    List<String> seen = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      var call = CustomerApi.ACME.call().queryParam("limit", 2);
      JsonPath page =
          (cursor.isEmpty() ? call : call.queryParam("cursor", cursor))
              .get("/v1/customers/{id}/intakes", customer)
              .jsonPath();
      seen.addAll(page.getList("items.intakeId"));
      cursor = page.getString("nextCursor");
    }
    assertThat(seen).isEqualTo(sent);
    CustomerApi.ACME
        .call()
        .queryParam("form", "MEMBER_CARD")
        .get("/v1/customers/{id}/intakes", customer)
        .then()
        .body("items.intakeId", contains(card));
  }

  @Test
  void partners_see_what_they_sent_staff_all_and_customers_their_own() {
    String intake = ACME.sendWarrantyCard(siti).path("intakeId");
    String customer = ACME.get(intake).path("customerId");
    String staffs = AGENT.sendWarrantyCard(siti).then().statusCode(201).extract().path("intakeId");
    String stranger = CustomerApi.ACME.registered(known("Budi"));
    IntakeApi herself = new IntakeApi(CustomerApi.customer(customer));
    IntakeApi somebody = new IntakeApi(CustomerApi.customer(stranger));

    ACME.of(customer).then().body("items.intakeId", contains(intake));
    AGENT.of(customer).then().body("items.intakeId", contains(staffs, intake));
    herself.of(customer).then().body("items.intakeId", contains(staffs, intake));
    herself.get(staffs).then().statusCode(200);
    ACME.get(staffs).then().statusCode(404);
    BETA.get(intake).then().statusCode(404);
    BETA.of(customer).then().statusCode(404);
    somebody.get(intake).then().statusCode(404);
    somebody.of(customer).then().statusCode(404);
    AGENT.get(UUID.randomUUID().toString()).then().statusCode(404);
  }

  @Test
  void forms_of_merged_records_are_the_survivors_until_the_split_gives_each_its_own() {
    String first = ACME.sendMemberCard(siti).path("intakeId");
    String survivor = ACME.get(first).path("customerId");
    Body again = known("Siti R.");
    String second = ACME.sendWarrantyCard(again).path("intakeId");
    String merged = ACME.get(second).path("customerId");

    String merge = CustomerApi.AGENT.merged(survivor, merged);

    String third =
        ACME.sendWarrantyCard(
                person("Siti R.")
                    .identifier("acme", again.firstIdentifier())
                    .identifier("prepaid", unique()))
            .then()
            .statusCode(201)
            .body("customerId", equalTo(merged))
            .body("outcome", equalTo("SUPPLEMENTED"))
            .body("differences.ours", contains("Siti Rahma"))
            .extract()
            .path("intakeId");
    AGENT.of(survivor).then().body("items.intakeId", contains(third, second, first));
    AGENT.of(merged).then().body("items", hasSize(3));
    CustomerApi.AGENT.get(merged).then().body("identifiers", hasSize(3));

    CustomerApi.AGENT.undo(merge).then().statusCode(202);

    AGENT.of(survivor).then().body("items.intakeId", contains(first));
    AGENT.of(merged).then().body("items.intakeId", contains(third, second));
    CustomerApi.AGENT.get(merged).then().body("identifiers", hasSize(2));
    ACME.get(third).then().body("differences", empty());
  }

  @Test
  void a_partners_form_for_a_customer_it_shares_adds_and_tells_nothing_of_the_others() {
    Body betas =
        person("Siti Rahma")
            .identifier("beta", unique())
            .with("birthDate", "\"1990-04-12\"")
            .email(unique() + "@example.com");
    String survivor = CustomerApi.BETA.registered(betas);
    String own = CustomerApi.ACME.registered(siti);
    CustomerApi.AGENT.merged(survivor, own);

    String prepaid = unique();
    String intake =
        ACME.sendWarrantyCard(
                person("Siti Rahma")
                    .identifier("acme", siti.firstIdentifier())
                    .identifier("prepaid", prepaid)
                    .with("birthDate", "\"1990-04-21\""))
            .then()
            .statusCode(201)
            .body("supplemented", contains("/customer/identifiers/1"))
            .body("differences", empty())
            .extract()
            .path("intakeId");

    AGENT.get(intake).then().body("differences.ours", contains("1990-04-12"));
    CustomerApi.ACME
        .get(own)
        .then()
        .body("identifiers.value", containsInAnyOrder(siti.firstIdentifier(), prepaid));
    CustomerApi.AGENT
        .get(own)
        .then()
        .body("identifiers", hasSize(3))
        .body("contacts", hasSize(1))
        .body("birthDate", equalTo("1990-04-12"));
    CustomerApi.BETA.get(survivor).then().body("identifiers.source", contains("beta"));
    BETA.sendWarrantyCard(person("Siti").identifier("acme", siti.firstIdentifier()))
        .then()
        .statusCode(409);
  }
}
