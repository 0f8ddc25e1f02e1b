package io.github.langgan.customer.registration.intake;

import static io.github.langgan.customer.registration.intake.IntakeApi.ACME;
import static io.github.langgan.customer.registration.intake.IntakeApi.form;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each form holds, and what it must not. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FormTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "warranty-cards, takeInWarrantyCard, warrantyCard, WARRANTY_CARD, 0.7",
    "credit-applications, takeInCreditApplication, creditApplication, CREDIT_APPLICATION, 0.95",
    "service-requests, takeInServiceRequest, serviceRequest, SERVICE_REQUEST, 0.8",
    "member-cards, takeInMemberCard, memberCard, MEMBER_CARD, 0.9",
    "web-forms, takeInWebForm, webForm, WEB, 0.6"
  })
  void the_documented_form_registers_a_customer_with_the_form_as_its_source(
      String path, String operation, String member, String form, float confidence)
      throws Exception {
    ObjectNode example = example(operation);
    example.put("externalId", unique());
    ((ObjectNode) example.at("/customer/identifiers/0")).put("value", unique());

    Response answer = ACME.send(path, example.toString());

    answer
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/intakes/" + answer.path("intakeId")))
        .header("Langgan-Position", notNullValue())
        .body("form", equalTo(form))
        .body("outcome", equalTo("REGISTERED"))
        .body("confidence", equalTo(confidence))
        .body("supplemented", empty())
        .body("differences", empty());
    String intake = answer.path("intakeId");
    JsonNode kept = JSON.readTree(ACME.get(intake).then().statusCode(200).extract().asString());
    assertThat(kept.path(member)).isEqualTo(example.path(member));
    assertThat(kept.at("/customer/name/full").asText()).isEqualTo("Siti Rahma");
    CustomerApi.ACME
        .get(answer.path("customerId"))
        .then()
        .statusCode(200)
        .body("name.full", equalTo("Siti Rahma"))
        .body("source.form", equalTo(form))
        .body("source.receivedAt", equalTo("2026-01-05T03:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "warranty-cards|warrantyCard|{\"product\":{},\"boughtOn\":\"2026-01-03\"}|/product/code",
        "warranty-cards|warrantyCard|{\"product\":{\"code\":\"a\"}}|/boughtOn",
        "warranty-cards|warrantyCard|{\"product\":{\"code\":\"a\"},\"boughtOn\":\"2199-01-01\"}"
            + "|/boughtOn",
        "warranty-cards|warrantyCard|{\"product\":{\"code\":\"a\"},\"boughtOn\":\"2026-01-03\","
            + "\"warrantyUntil\":\"2026-01-02\"}|/warrantyUntil",
        "warranty-cards|warrantyCard|{\"product\":{\"code\":\"a\"},\"boughtOn\":\"2026-01-03\","
            + "\"price\":{\"amount\":\"1\",\"currency\":\"XYZ\"}}|/price/currency",
        "warranty-cards|warrantyCard|{\"product\":{\"code\":\"a\"},\"boughtOn\":\"2026-01-03\","
            + "\"price\":{\"amount\":\"-1\",\"currency\":\"IDR\"}}|/price/amount",
        "warranty-cards|warrantyCard|{\"product\":{\"code\":\"a\"},\"boughtOn\":\"2026-01-03\","
            + "\"serialNumber\":\"\"}|/serialNumber",
        "credit-applications|creditApplication|{\"termMonths\":12}|/amount",
        "credit-applications|creditApplication|{\"amount\":{\"amount\":\"0\",\"currency\":\"IDR\"},"
            + "\"termMonths\":12}|/amount/amount",
        "credit-applications|creditApplication|{\"amount\":{\"amount\":\"1\",\"currency\":\"IDR\"},"
            + "\"termMonths\":0}|/termMonths",
        "credit-applications|creditApplication|{\"amount\":{\"amount\":\"1\",\"currency\":\"IDR\"},"
            + "\"termMonths\":601}|/termMonths",
        "credit-applications|creditApplication|{\"amount\":{\"amount\":\"1\",\"currency\":\"IDR\"},"
            + "\"termMonths\":1,\"monthlyIncome\":{\"amount\":\"1\",\"currency\":\"XYZ\"}}"
            + "|/monthlyIncome/currency",
        "service-requests|serviceRequest|{\"subject\":\" \"}|/subject",
        "service-requests|serviceRequest|{\"subject\":\"x\",\"product\":{\"name\":\"x\"}}"
            + "|/product/code",
        "service-requests|serviceRequest|{\"subject\":\"x\",\"wantedOn\":\"soon\"}|/wantedOn",
        "member-cards|memberCard|{}|/program",
        "member-cards|memberCard|{\"program\":\"x\",\"interests\":[\"\"]}|/interests/0",
        "web-forms|webForm|{\"message\":\"x\"}|/page",
        "web-forms|webForm|{\"page\":\"x\",\"campaign\":\"\"}|/campaign"
      })
  void what_is_wrong_with_a_form_is_said_where_it_is_wrong(
      String path, String member, String details, String pointer) {
    ACME.send(path, form(person("Siti"), member, details))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/" + member + pointer));
  }

  @Test
  void all_that_is_wrong_with_the_customer_is_said_at_once() {
    Body siti =
        person("Siti")
            .with("birthDate", "\"1990-02-30\"")
            .with("gender", "\"LADY\"")
            .email("nobody")
            .identifier("acme", "1");
    ACME.sendMemberCard(siti)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            contains("/customer/birthDate", "/customer/gender", "/customer/contacts/0/value"));
  }

  @Test
  void a_form_of_tomorrow_is_refused() {
    String form = IntakeApi.memberCard(person("Siti")).replace("2026-01-05", "2199-01-05");
    ACME.send("member-cards", form)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/receivedAt"));
  }

  @Test
  void the_customers_own_token_sends_no_form() {
    String siti = CustomerApi.ACME.registered(Body.known("Siti"));
    new IntakeApi(customer(siti)).sendMemberCard(person("Siti")).then().statusCode(403);
    new IntakeApi(new CustomerApi(Tokens.of("analyst")))
        .sendMemberCard(person("Siti"))
        .then()
        .statusCode(403);
  }

  private static ObjectNode example(String operation) throws IOException {
    String file = "/contracts/examples/" + operation + ".request.json";
    try (InputStream json = FormTest.class.getResourceAsStream(file)) {
      return (ObjectNode) JSON.readTree(json);
    }
  }
}
