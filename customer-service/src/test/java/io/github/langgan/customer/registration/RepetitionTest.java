package io.github.langgan.customer.registration;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens when somebody registers what is registered already. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RepetitionTest {

  @Test
  void the_same_again_is_the_same_customer() {
    Body siti = known("Siti Rahma").phone("+628123456789");
    String id = ACME.registered(siti);
    ACME.register(siti)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("customerId", equalTo(id));
  }

  @Test
  void the_same_again_shows_what_was_corrected_since() {
    Body siti = known("Siti Rahma");
    String id = ACME.registered(siti);
    ACME.patch(id, 1, "{\"name\":{\"full\":\"Siti Rahmah\"}}").then().statusCode(200);
    ACME.register(siti)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("customerId", equalTo(id))
        .body("name.full", equalTo("Siti Rahmah"));
  }

  @Test
  void other_words_about_a_known_customer_are_a_conflict_that_names_it() {
    Body siti = known("Siti Rahma");
    String id = ACME.registered(siti);
    ACME.register(person("Rahma").identifier("acme", siti.firstIdentifier()))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/identifier-taken"))
        .body("source", equalTo("acme"))
        .body("value", equalTo(siti.firstIdentifier()))
        .body("customerId", equalTo(id));
  }

  @Test
  void another_partner_does_not_learn_whose_an_identifier_is() {
    Body siti = known("Siti Rahma");
    String id = ACME.registered(siti);
    BETA.register(siti).then().statusCode(409).body("customerId", nullValue());
    AGENT.register(siti).then().statusCode(409).body("customerId", equalTo(id));
  }

  @Test
  void a_refused_registration_leaves_its_other_identifiers_free() {
    Body siti = known("Siti Rahma");
    ACME.registered(siti);
    String free = unique();
    ACME.register(
            person("Budi").identifier("acme", free).identifier("acme", siti.firstIdentifier()))
        .then()
        .statusCode(409);
    ACME.register(person("Ani").identifier("acme", free)).then().statusCode(201);
  }

  @Test
  void a_national_number_belongs_to_a_person_not_to_a_record() {
    String nik = unique();
    String first = ACME.registered(person("Siti Rahma").identifier("nik", nik));
    String second = BETA.registered(person("Siti Rahmah").identifier("nik", nik));
    assertThat(second).isNotEqualTo(first);
    ACME.register(person("Siti Rahma").identifier("nik", nik))
        .then()
        .statusCode(200)
        .body("customerId", equalTo(first));
  }

  @Test
  void without_an_identifier_a_key_is_needed() {
    ACME.register(person("Budi"))
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/idempotency-key-missing"));
  }

  @Test
  void with_a_key_the_first_answer_is_given_again_byte_for_byte() {
    String key = unique();
    Response first = withKey(key, person("Budi"));
    Response again = withKey(key, person("Budi"));
    first.then().statusCode(201);
    again.then().statusCode(201);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    withKey(key, person("Ani")).then().statusCode(422);
    withKey(unique(), person("Budi"))
        .then()
        .statusCode(201)
        .body("customerId", not(equalTo(first.path("customerId").toString())));
  }

  @Test
  void of_many_that_want_an_identifier_at_once_one_gets_it() throws Exception {
    String wanted = unique();
    List<Integer> answers =
        AtOnce.times(
            12,
            i ->
                ACME.register(
                        person("Customer " + i)
                            .identifier("acme", unique())
                            .identifier("acme", wanted))
                    .statusCode());
    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
  }

  @Test
  void the_same_many_times_at_once_is_one_customer() throws Exception {
    Body siti = known("Siti Rahma");
    List<Response> answers = AtOnce.times(12, i -> ACME.register(siti));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).allMatch(answer -> answer.statusCode() < 300);
    assertThat(answers.stream().map(answer -> answer.path("customerId").toString()).distinct())
        .hasSize(1);
  }

  private static Response withKey(String key, Body body) {
    return ACME.call()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body.json())
        .post("/v1/customers");
  }
}
