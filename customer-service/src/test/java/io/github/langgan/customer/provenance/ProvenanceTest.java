package io.github.langgan.customer.provenance;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProvenanceTest {

  private static final String MEMBER_CARD =
      "{\"form\":\"MEMBER_CARD\",\"receivedAt\":\"2026-01-05T03:00:00Z\"}";
  private static final String REQUEST =
      ",\"source\":{\"form\":\"SERVICE_REQUEST\",\"receivedAt\":\"2026-02-10T08:15:00Z\",\"confidence\":0.45}}";

  @Inject Jdbi jdbi;

  @Test
  void each_value_tells_its_source_its_times_and_how_sure_it_is() {
    Response registered = ACME.register(siti());
    Response provenance = provenance(ACME, registered.path("customerId"));
    provenance
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("customerId", equalTo(registered.path("customerId")))
        .body("version", equalTo(1))
        .body(
            "values.pointer",
            contains(
                "/name",
                "/birthDate",
                "/gender",
                "/occupation",
                "/language",
                "/contacts/0",
                "/contacts/1",
                "/identifiers/0",
                "/notes/0"))
        .body("values[0].value", equalTo("Siti Rahma"))
        .body("values[5].value", equalTo("siti@example.com"))
        .body("values.version", everyItem(equalTo(1)))
        .body("values.source.form", everyItem(equalTo("MEMBER_CARD")))
        .body("values.source.receivedAt", everyItem(equalTo("2026-01-05T03:00:00Z")))
        .body("values.source.confidence", everyItem(equalTo(0.9f)))
        .body("values.reporter", everyItem(equalTo("PARTNER")))
        .body("values.partner", everyItem(equalTo("acme")))
        .body("values.recordedAt", everyItem(equalTo(registered.path("registeredAt"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":{\"full\":\"Siti Halim\"} | /name",
        "\"name\":{\"full\":\"Siti Rahma\",\"given\":\"Siti\"} | /name",
        "\"birthDate\":\"1990-04-22\" | /birthDate",
        "\"gender\":\"OTHER\" | /gender",
        "\"occupation\":\"Dokter\" | /occupation",
        "\"language\":\"jv\" | /language",
        "\"contacts\":[{\"type\":\"PHONE\",\"value\":\"+628129999999\"},{\"type\":\"EMAIL\",\"value\":\"siti@example.com\"}]"
            + " | /contacts/0",
        "\"notes\":[{\"text\":\"Kind\"},{\"text\":\"Ring twice\"}] | /notes/1",
      })
  void a_correction_leaves_the_provenance_of_all_else_alone(String change, String changed) {
    String id = ACME.registered(siti());
    AGENT.patch(id, 1, "{" + change + REQUEST).then().statusCode(200);
    JsonPath values = provenance(ACME, id).then().statusCode(200).extract().jsonPath();
    assertThat(values.<String>getList("values.findAll { it.version == 2 }.pointer"))
        .containsExactly(changed);
    assertThat(values.<String>getList("values.findAll { it.version == 2 }.source.form"))
        .containsExactly("SERVICE_REQUEST");
    assertThat(values.<Float>getList("values.findAll { it.version == 2 }.source.confidence"))
        .containsExactly(0.45f);
    assertThat(values.<String>getList("values.findAll { it.version == 2 }.reporter"))
        .containsExactly("STAFF");
    assertThat(values.<String>getList("values.findAll { it.version == 1 }.source.form"))
        .hasSizeGreaterThan(4)
        .containsOnly("MEMBER_CARD");
  }

  @Test
  void a_value_that_went_and_came_again_is_of_who_brought_it_last() {
    String id = ACME.registered(siti());
    ACME.patch(id, 1, "{\"gender\":null}").then().statusCode(200);
    provenance(ACME, id)
        .then()
        .body("values.findAll { it.pointer == '/gender' }", equalTo(List.of()));
    ACME.patch(id, 2, "{\"gender\":\"FEMALE\"}").then().statusCode(200);
    provenance(ACME, id)
        .then()
        .body("values.find { it.pointer == '/gender' }.version", equalTo(3))
        .body("values.find { it.pointer == '/gender' }.source.form", equalTo("CORRECTION"))
        .body("values.find { it.pointer == '/gender' }.partner", equalTo("acme"));
  }

  @Test
  void who_exactly_reported_it_is_told_to_staff_only() {
    String id = ACME.registered(known("Siti"));
    String agents = provenance(AGENT, id).path("values[0].by");
    assertThat(agents).isNotEmpty();
    provenance(ACME, id).then().statusCode(200).body("values[0].by", nullValue());
    provenance(CustomerApi.customer(id), id)
        .then()
        .statusCode(200)
        .body("values[0].by", nullValue())
        .body("values[0].partner", equalTo("acme"));
  }

  @Test
  void others_find_nothing() {
    String id = ACME.registered(known("Siti"));
    String other = ACME.registered(known("Budi"));
    provenance(BETA, id).then().statusCode(404);
    provenance(CustomerApi.customer(other), id).then().statusCode(404);
    provenance(ACME, UUID.randomUUID().toString()).then().statusCode(404);
  }

  @Test
  void of_what_was_corrected_before_it_was_noted_nobody_claims_to_know() {
    String id = ACME.registered(siti());
    ACME.patch(id, 1, "{\"contacts\":[]}").then().statusCode(200);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE customer SET name_since = NULL, birth_date_since = NULL WHERE id = ?",
                UUID.fromString(id)));
    ACME.patch(id, 2, "{\"birthDate\":\"1991-01-01\"}").then().statusCode(200);
    provenance(ACME, id)
        .then()
        .statusCode(200)
        .body("values[0].pointer", equalTo("/name"))
        .body("values[0].version", nullValue())
        .body("values[0].source", nullValue())
        .body("values[1].pointer", equalTo("/birthDate"))
        .body("values[1].version", equalTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "-0.1", "0.333", "\"0.5\""})
  void a_confidence_that_means_nothing_is_refused(String confidence) {
    ACME.register(
            siti().with("source", MEMBER_CARD.replace("}", ",\"confidence\":" + confidence + "}")))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/source/confidence"));
  }

  private static Body siti() {
    return known("Siti Rahma")
        .email("siti@example.com")
        .phone("+628123456789")
        .with("birthDate", "\"1990-04-21\"")
        .with("gender", "\"FEMALE\"")
        .with("occupation", "\"Guru\"")
        .with("language", "\"id\"")
        .with("notes", "[{\"text\":\"Kind\"}]")
        .with("source", MEMBER_CARD);
  }

  private static Response provenance(CustomerApi caller, String id) {
    return caller.call().get("/v1/customers/{id}/provenance", id);
  }
}
