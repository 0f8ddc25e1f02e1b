package io.github.langgan.customer.registration;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RegistrationTest {

  @Test
  void a_national_number_is_one_of_the_country_where_the_customer_lives() {
    String id =
        ACME.registered(
            known("Michaela")
                .with(
                    "contacts",
                    """
                    [{"type":"PHONE","value":"(02) 9374 4000"},
                     {"type":"POSTAL","address":{"lines":["6 Tullaroop Street"],"country":"AU"}}]"""));
    ACME.get(id).then().body("contacts[0].value", equalTo("+61293744000"));
  }

  @Test
  void the_call_of_the_main_story_works_as_it_is_written() {
    Response answer =
        ACME.register(
            """
            {"kind":"PERSON","name":{"full":"Siti Rahma"},"birthDate":"1990-04-21",\
            "contacts":[{"type":"EMAIL","value":"siti@example.com"},\
            {"type":"PHONE","value":"+628123456789"}],\
            "identifiers":[{"source":"acme","value":"17850"}],\
            "source":{"form":"MEMBER_CARD","receivedAt":"2026-01-05T03:00:00Z"}}""");
    String id = answer.path("customerId");
    answer
        .then()
        .statusCode(201)
        .header("Location", matchesPattern(".*/v1/customers/" + id))
        .header("ETag", "\"1\"")
        .header("Langgan-Position", "crm.customer/" + id + "/1")
        .body("version", equalTo(1))
        .body("name.full", equalTo("Siti Rahma"))
        .body("birthDate", equalTo("1990-04-21"))
        .body("contacts.value", contains("siti@example.com", "+628123456789"))
        .body("identifiers[0].value", equalTo("17850"))
        .body("source.form", equalTo("MEMBER_CARD"))
        .body("source.receivedAt", equalTo("2026-01-05T03:00:00Z"))
        .body("partner", equalTo("acme"));
    assertThat(ACME.get(id).asString()).isEqualTo(answer.asString());
  }

  @Test
  void values_are_kept_in_their_normal_form() {
    ACME.register(
            """
            {"kind":"PERSON","name":{"given":"Budi","family":"Santoso"},"contacts":[
            {"type":"PHONE","value":"0812-3456-789"},{"type":"EMAIL","value":"Budi+toko@EXAMPLE.com"},
            {"type":"POSTAL","address":{"lines":["6 Tullaroop Street"],"locality":"St James",
            "region":"WA","postalCode":"4011","country":"AU"}},{"type":"PHONE","value":"+62 812 3456789"}],
            "identifiers":[{"source":"acme","value":"%s"}]}"""
                .formatted(unique()))
        .then()
        .statusCode(201)
        .body("name.full", equalTo("Budi Santoso"))
        .body("contacts", hasSize(3))
        .body("contacts[0].value", equalTo("+628123456789"))
        .body("contacts[1].value", equalTo("Budi+toko@example.com"))
        .body("contacts[2].address.lines", contains("6 Tullaroop Street"))
        .body("contacts[2].address.country", equalTo("AU"))
        .body("contacts[2].value", nullValue())
        .body("source.form", equalTo("API"));
  }

  @Test
  void all_that_a_form_can_say_of_a_person_is_kept() {
    Body siti =
        known("Siti Rahma")
            .email("siti@example.com")
            .with("birthDate", "\"1990-04-21\"")
            .with("gender", "\"FEMALE\"")
            .with("occupation", "\" Guru SD \"")
            .with("language", "\"zh-hant-tw\"")
            .with(
                "notes",
                "[{\"label\":\"delivery\",\"text\":\"Ring twice,\\r\\nwait\"},{\"text\":\"Kind\"}]");
    Response answer = ACME.register(siti);
    answer
        .then()
        .statusCode(201)
        .body("gender", equalTo("FEMALE"))
        .body("occupation", equalTo("Guru SD"))
        .body("language", equalTo("zh-Hant-TW"))
        .body("notes.label", contains("delivery", null))
        .body("notes.text", contains("Ring twice,\nwait", "Kind"));
    assertThat(ACME.get(answer.path("customerId")).asString()).isEqualTo(answer.asString());
    ACME.register(siti).then().statusCode(200).body("notes.text", hasSize(2));
  }

  @Test
  void an_organisation_is_a_customer_too() {
    AGENT
        .register(
            person("PT Maju Jaya")
                .with("kind", "\"ORGANISATION\"")
                .with("language", "\"id\"")
                .identifier("acme", unique()))
        .then()
        .statusCode(201)
        .body("language", equalTo("id"))
        .body("kind", equalTo("ORGANISATION"))
        .body("partner", nullValue());
  }

  @Test
  void all_that_is_wrong_is_said_at_once_and_at_its_place() {
    ACME.register(
            """
            {"kind":"ROBOT","name":{"full":" "},"birthDate":"2999-01-01","contacts":[
            {"type":"EMAIL","value":"siti"},{"type":"POSTAL","value":"Bandung"},
            {"type":"POSTAL","address":{"lines":["x"],"country":"XX"}},{"type":"PHONE"},
            {"type":"FAX","value":"+62223456789"}],
            "gender":"F","occupation":" ","language":"klingon","notes":[{"text":" "},{"label":"x"}],
            "source":{"form":"WEB","receivedAt":"yesterday"}}""")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/validation"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/kind",
                "/name",
                "/birthDate",
                "/contacts/0/value",
                "/contacts/1/address",
                "/contacts/2/address/country",
                "/contacts/3/value",
                "/contacts/4/type",
                "/gender",
                "/occupation",
                "/language",
                "/notes/0/text",
                "/notes/1/text",
                "/source/receivedAt"));
  }

  @Test
  void what_is_missing_hides_nothing_that_is_wrong() {
    ACME.register("{\"contacts\":[{\"type\":\"EMAIL\",\"value\":\"siti\"}]}")
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/kind", "/name", "/contacts/0/value"))
        .body("errors.code", containsInAnyOrder("not-null", "not-null", "email"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version | 7 | 400 | unknown-field",
        "partner | \"beta\" | 400 | unknown-field",
        "birthDate | \"1990-02-30\" | 422 | validation",
        "kind | \"ROBOT\" | 422 | validation",
        "gender | \"female\" | 422 | validation",
        "language | \"\u0456d\" | 400 | unsafe-text",
        "occupation | \"two\\nlines\" | 422 | validation",
        "contacts | [{\"type\":\"EMAIL\",\"value\":\"s\u0456ti@example.com\"}] | 400 | unsafe-text",
        "identifiers | [{\"source\":\"acme\",\"value\":\"\uFF11\"}] | 400 | unsafe-text",
        "source | {\"form\":\"WEB\",\"receivedAt\":\"2198-01-01T00:00:00Z\"} | 422 | validation",
      })
  void what_cannot_be_is_refused(String field, String value, int status, String problem) {
    ACME.register(known("Siti Rahma").with(field, value))
        .then()
        .statusCode(status)
        .body("type", equalTo("/problems/" + problem));
  }

  @Test
  void only_partners_and_staff_register() {
    Body body = known("Siti Rahma");
    RestAssured.given()
        .contentType("application/json")
        .body(body.json())
        .post("/v1/customers")
        .then()
        .statusCode(401);
    new CustomerApi(Tokens.of("analyst")).register(body).then().statusCode(403);
  }
}
