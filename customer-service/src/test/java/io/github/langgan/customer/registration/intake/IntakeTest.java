package io.github.langgan.customer.registration.intake;

import static io.github.langgan.customer.registration.intake.IntakeApi.ACME;
import static io.github.langgan.customer.registration.intake.IntakeApi.AGENT;
import static io.github.langgan.customer.registration.intake.IntakeApi.BETA;
import static io.github.langgan.customer.registration.intake.IntakeApi.PRODUCT;
import static io.github.langgan.customer.registration.intake.IntakeApi.form;
import static io.github.langgan.customer.registration.intake.IntakeApi.memberCard;
import static io.github.langgan.customer.registration.intake.IntakeApi.warrantyCard;
import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A form is taken in once, and comes to the record of whoever it is. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IntakeTest {

  @Inject TestTopics topics;

  @Test
  void the_same_form_sent_twice_is_one_intake_in_whatever_writing() {
    String number = unique();
    String prepaid = unique();
    String card =
        form(
            number,
            person("Siti Rahma").identifier("prepaid", prepaid).phone("0812-3456-789"),
            "warrantyCard",
            """
            {"product":{"code":"TV"},"boughtOn":"2026-01-03",
             "price":{"amount":"5000","currency":"IDR"}}""");
    Response first = ACME.send("warranty-cards", card);
    String customer = first.then().statusCode(201).extract().path("customerId");

    ACME.send(
            "warranty-cards",
            card.replace("0812-3456-789", "+62 812 3456 789").replace("5000", "5000.00"))
        .then()
        .statusCode(200)
        .body("intakeId", equalTo(first.path("intakeId")))
        .body("customerId", equalTo(customer))
        .body("outcome", equalTo("REGISTERED"));

    ACME.of(customer).then().body("items", hasSize(1));
    CustomerApi.ACME.get(customer).then().body("version", equalTo(1));
    assertThat(told(customer)).containsExactly("customer.registered", "intake.received");
  }

  @Test
  void a_form_without_identifiers_is_known_by_its_number() {
    String card = memberCard(person("Siti Rahma"));
    String customer =
        ACME.send("member-cards", card).then().statusCode(201).extract().path("customerId");
    ACME.send("member-cards", card).then().statusCode(200).body("customerId", equalTo(customer));
    ACME.sendMemberCard(person("Siti Rahma")).then().body("customerId", not(equalTo(customer)));
  }

  @Test
  void of_equal_forms_at_once_one_is_taken_in() throws Exception {
    String card = memberCard(person("Siti Rahma"));
    List<Response> answers = AtOnce.times(6, i -> ACME.send("member-cards", card));

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201).contains(200);
    assertThat(answers.stream().map(answer -> answer.<String>path("customerId")).distinct())
        .hasSize(1);
    assertThat(answers.stream().map(answer -> answer.<String>path("intakeId")).distinct())
        .hasSize(1);
  }

  @Test
  void different_forms_of_one_new_customer_at_once_make_one_customer() throws Exception {
    String prepaid = unique();
    List<Response> answers =
        AtOnce.times(
            6,
            i ->
                ACME.sendMemberCard(
                    person("Siti Rahma").identifier("prepaid", prepaid).email(unique() + "@x.id")));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers.stream().map(answer -> answer.<String>path("customerId")).distinct())
        .hasSize(1);
    String customer = answers.getFirst().path("customerId");
    CustomerApi.ACME.get(customer).then().body("contacts", hasSize(6));
    ACME.of(customer).then().body("items", hasSize(6));
  }

  @Test
  void another_form_under_the_same_number_is_refused_and_nothing_changes() {
    String number = unique();
    Body siti = known("Siti Rahma");
    String first =
        ACME.send("warranty-cards", form(number, siti, "warrantyCard", PRODUCT)).path("intakeId");

    ACME.send(
            "warranty-cards",
            form(number, siti, "warrantyCard", PRODUCT.replace("2026-01-03", "2026-01-04")))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/intake-conflict"))
        .body("intakeId", equalTo(first));
    ACME.get(first).then().body("warrantyCard.boughtOn", equalTo("2026-01-03"));
    BETA.send("warranty-cards", form(number, person("Budi"), "warrantyCard", PRODUCT))
        .then()
        .statusCode(201);
    ACME.send("web-forms", form(number, person("Budi"), "webForm", "{\"page\":\"/\"}"))
        .then()
        .statusCode(201);
    AGENT
        .send("warranty-cards", form(number, person("Budi"), "warrantyCard", PRODUCT))
        .then()
        .statusCode(201);
  }

  @Test
  void a_known_customer_gets_what_its_record_lacks_and_keeps_what_stands_there() {
    Body siti = known("Siti Rahma").with("birthDate", "\"1990-04-12\"");
    String id = CustomerApi.ACME.registered(siti);

    Response answer =
        ACME.sendWarrantyCard(
            person("Siti Rachma")
                .identifier("acme", siti.firstIdentifier())
                .identifier("prepaid", unique())
                .phone("0812-3456-789")
                .with("birthDate", "\"1990-04-21\"")
                .with("occupation", "\"Guru\""));

    answer
        .then()
        .statusCode(201)
        .body("customerId", equalTo(id))
        .body("outcome", equalTo("SUPPLEMENTED"))
        .body(
            "supplemented",
            contains("/customer/occupation", "/customer/contacts/0", "/customer/identifiers/1"))
        .body("differences.pointer", contains("/customer/name", "/customer/birthDate"))
        .body("differences.ours", contains("Siti Rahma", "1990-04-12"))
        .body("differences.theirs", contains("Siti Rachma", "1990-04-21"));
    CustomerApi.ACME
        .get(id)
        .then()
        .body("version", equalTo(2))
        .body("name.full", equalTo("Siti Rahma"))
        .body("birthDate", equalTo("1990-04-12"))
        .body("occupation", equalTo("Guru"))
        .body("identifiers", hasSize(2));
    JsonPath provenance =
        CustomerApi.ACME.call().get("/v1/customers/{id}/provenance", id).jsonPath();
    String occupation = "values.find { it.pointer == '/occupation' }.source";
    assertThat(provenance.getString(occupation + ".form")).isEqualTo("WARRANTY_CARD");
    assertThat(provenance.getString(occupation + ".receivedAt")).isEqualTo("2026-01-05T03:00:00Z");
    assertThat(provenance.getFloat(occupation + ".confidence")).isEqualTo(0.7f);
    assertThat(told(id))
        .containsExactly("customer.registered", "customer.updated", "intake.received");

    CustomerApi.ACME.patch(id, 2, "{\"birthDate\":\"1990-04-21\"}").then().statusCode(200);
    ACME.get(answer.path("intakeId"))
        .then()
        .body("differences.pointer", contains("/customer/name"));
  }

  @Test
  void a_customer_who_lacks_nothing_stays_as_it_is() {
    Body siti = known("Siti Rahma");
    String id = CustomerApi.ACME.registered(siti);
    ACME.sendWarrantyCard(siti)
        .then()
        .statusCode(201)
        .body("outcome", equalTo("UNCHANGED"))
        .body("supplemented", empty());
    CustomerApi.ACME.get(id).then().body("version", equalTo(1));
    assertThat(told(id)).containsExactly("customer.registered", "intake.received");
  }

  @Test
  void neither_contacts_nor_numbers_that_everybody_is_told_say_who_it_is() {
    String nik = unique();
    String phone = Body.uniquePhone();
    String id =
        CustomerApi.ACME.registered(known("Siti Rahma").identifier("nik", nik).phone(phone));
    ACME.sendMemberCard(person("Siti R.").identifier("nik", nik).phone(phone))
        .then()
        .statusCode(201)
        .body("outcome", equalTo("REGISTERED"))
        .body("customerId", not(equalTo(id)));
  }

  @Test
  void who_is_another_partners_customer_is_not_told_nor_changed() {
    Body siti = known("Siti Rahma");
    String id = CustomerApi.ACME.registered(siti);
    String card =
        warrantyCard(person("Siti").identifier("acme", siti.firstIdentifier()).email("s@x.id"));

    BETA.send("warranty-cards", card)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/identifier-taken"))
        .body("customerId", nullValue());
    CustomerApi.ACME.get(id).then().body("contacts", empty());
    AGENT.of(id).then().body("items", empty());
    AGENT.send("warranty-cards", card).then().statusCode(201).body("customerId", equalTo(id));
  }

  @Test
  void a_form_with_the_identifiers_of_two_customers_is_refused_whole() {
    Body siti = known("Siti Rahma");
    Body budi = known("Budi");
    String first = CustomerApi.ACME.registered(siti);
    String second = CustomerApi.ACME.registered(budi);
    String card =
        memberCard(
            person("Siti Rahma")
                .identifier("acme", siti.firstIdentifier())
                .identifier("acme", budi.firstIdentifier()));
    ACME.send("member-cards", card)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/identifier-taken"))
        .body("customerId", equalTo(second));
    ACME.of(first).then().body("items", empty());
    CustomerApi.ACME.get(first).then().body("version", equalTo(1));

    CustomerApi.AGENT.merged(first, second);
    ACME.send("member-cards", card).then().statusCode(201).body("customerId", equalTo(first));
  }

  @Test
  void whose_the_second_identifier_is_only_those_are_told_who_see_it() {
    Body siti = known("Siti Rahma");
    CustomerApi.ACME.registered(siti);
    Body budi = person("Budi").identifier("beta", unique());
    CustomerApi.BETA.registered(budi);
    ACME.sendMemberCard(
            person("Siti Rahma")
                .identifier("acme", siti.firstIdentifier())
                .identifier("beta", budi.firstIdentifier()))
        .then()
        .statusCode(409)
        .body("source", equalTo("beta"))
        .body("customerId", nullValue());
  }

  @Test
  void an_organisation_is_not_supplemented_from_a_persons_form() {
    Body company = known("PT Sumber").with("kind", "\"ORGANISATION\"");
    String id = CustomerApi.ACME.registered(company);
    ACME.sendWarrantyCard(person("Siti").identifier("acme", company.firstIdentifier()))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/different-kinds"))
        .body("customerId", equalTo(id));
    ACME.of(id).then().body("items", empty());
  }

  private List<String> told(String customer) {
    UUID key = UUID.fromString(customer);
    return await()
        .until(
            () ->
                topics.on("crm.customer").stream()
                    .filter(event -> event.key().equals(key))
                    .map(Seen::type)
                    .toList(),
            types -> types.contains("intake.received"));
  }
}
