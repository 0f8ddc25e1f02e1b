package io.github.langgan.customer.correction;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorrectionTest {

  @Inject Jdbi jdbi;

  @Test
  void parts_that_a_corrected_full_name_does_not_hold_go() {
    String id =
        ACME.registered(known("x").with("name", "{\"given\":\"michaela\",\"family\":\"neumann\"}"));
    ACME.patch(id, 1, "{\"name\":{\"full\":\"Michaela Newman\"}}").then().statusCode(200);
    ACME.get(id)
        .then()
        .body("name.full", equalTo("Michaela Newman"))
        .body("name.given", nullValue())
        .body("name.family", nullValue());
  }

  @Test
  void a_patch_changes_what_it_names_and_nothing_else() {
    String id =
        ACME.registered(
            known("Siti Rahma").phone("+628123456789").with("birthDate", "\"1990-04-21\""));
    Response answer = ACME.patch(id, 1, "{\"name\":{\"full\":\"Siti Rahmah\"}}");
    answer
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .header("Langgan-Position", "crm.customer/" + id + "/2")
        .body("version", equalTo(2))
        .body("name.full", equalTo("Siti Rahmah"))
        .body("birthDate", equalTo("1990-04-21"))
        .body("contacts.value", contains("+628123456789"));
    assertThat(ACME.get(id).asString()).isEqualTo(answer.asString());
  }

  @Test
  void null_takes_a_value_away() {
    String id =
        ACME.registered(known("Siti").phone("+628123456789").with("birthDate", "\"1990-04-21\""));
    ACME.patch(id, 1, "{\"birthDate\":null,\"contacts\":null}")
        .then()
        .statusCode(200)
        .body("birthDate", nullValue())
        .body("contacts", empty());
  }

  @Test
  void every_field_can_be_put_right() {
    String id =
        ACME.registered(
            known("Siti").with("gender", "\"MALE\"").with("notes", "[{\"text\":\"Kind\"}]"));
    Response answer =
        ACME.patch(
            id,
            1,
            """
            {"gender":"FEMALE","occupation":"Guru","language":"in",
             "notes":[{"text":"Kind"},{"label":"delivery","text":"Ring twice"}]}""");
    answer
        .then()
        .statusCode(200)
        .body("gender", equalTo("FEMALE"))
        .body("occupation", equalTo("Guru"))
        .body("language", equalTo("id"))
        .body("notes.text", contains("Kind", "Ring twice"));
    assertThat(ACME.get(id).asString()).isEqualTo(answer.asString());
    assertThat(
            column(
                "SELECT text || ' ' || since_version FROM customer_note"
                    + " WHERE customer_id = ? ORDER BY position",
                id))
        .containsExactly("Kind 1", "Ring twice 2");
    ACME.patch(id, 2, "{\"gender\":null,\"occupation\":null,\"language\":null,\"notes\":null}")
        .then()
        .statusCode(200)
        .body("gender", nullValue())
        .body("occupation", nullValue())
        .body("language", nullValue())
        .body("notes", empty());
  }

  @Test
  void what_only_persons_have_cannot_be_given_to_an_organisation() {
    String id = ACME.registered(known("PT Maju Jaya").with("kind", "\"ORGANISATION\""));
    ACME.patch(id, 1, "{\"gender\":\"OTHER\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/gender"));
    ACME.patch(id, 1, "{\"occupation\":\"Guru\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/occupation"));
  }

  @Test
  void a_changed_part_changes_a_name_that_was_made_of_its_parts() {
    String id =
        ACME.registered(known("-").with("name", "{\"given\":\"Siti\",\"family\":\"Rahma\"}"));
    ACME.patch(id, 1, "{\"name\":{\"family\":\"Halim\"}}")
        .then()
        .body("name.full", equalTo("Siti Halim"));
  }

  @Test
  void every_value_remembers_the_version_that_brought_it() {
    String id = ACME.registered(known("Siti").phone("+628123456789").email("siti@example.com"));
    ACME.patch(
            id,
            1,
            """
            {"contacts":[{"type":"PHONE","value":"+628129999999"},{"type":"PHONE","value":"+628123456789"}],
             "source":{"form":"SERVICE_REQUEST","receivedAt":"2026-02-10T08:15:00Z"}}""")
        .then()
        .statusCode(200)
        .body("contacts.value", contains("+628129999999", "+628123456789"))
        .body("source.form", equalTo("API"));
    assertThat(
            column(
                "SELECT value || ' ' || since_version FROM customer_contact"
                    + " WHERE customer_id = ? ORDER BY position",
                id))
        .containsExactly("+628129999999 2", "+628123456789 1");
    assertThat(
            column("SELECT since_version::text FROM customer_identifier WHERE customer_id = ?", id))
        .containsExactly("1");
    assertThat(
            column(
                "SELECT version || ' ' || form FROM customer_correction WHERE customer_id = ?", id))
        .containsExactly("2 SERVICE_REQUEST");
  }

  @Test
  void what_was_so_already_stays_at_its_version() {
    String id = ACME.registered(known("Siti Rahma"));
    ACME.patch(id, 1, "{\"name\":{\"full\":\" Siti Rahma \"}}")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  void an_identifier_that_was_taken_away_is_free() {
    Body siti = known("Siti");
    String id = ACME.registered(siti);
    ACME.patch(id, 1, "{\"identifiers\":[]}").then().statusCode(200).body("identifiers", empty());
    BETA.register(person("Budi").identifier("acme", siti.firstIdentifier())).then().statusCode(201);
  }

  @Test
  void an_identifier_of_another_customer_changes_nothing() {
    Body budi = known("Budi");
    String budiId = ACME.registered(budi);
    String id = ACME.registered(known("Siti").phone("+628123456789"));
    String before = ACME.get(id).asString();
    String patch =
        "{\"contacts\":[],\"identifiers\":[{\"source\":\"acme\",\"value\":\"%s\"}]}"
            .formatted(budi.firstIdentifier());
    ACME.patch(id, 1, patch)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/identifier-taken"))
        .body("customerId", equalTo(budiId));
    assertThat(ACME.get(id).asString()).isEqualTo(before);
  }

  @Test
  void an_identifier_that_becomes_free_while_it_is_asked_for_is_not_lost() {
    Body budi = known("Budi");
    String budiId = ACME.registered(budi);
    String id = ACME.registered(known("Siti"));
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN DELETE FROM customer_identifier WHERE customer_id = '%s'; RETURN NULL; END $$;
                CREATE TRIGGER lose AFTER INSERT ON customer_identifier EXECUTE FUNCTION lose()"""
                    .formatted(budiId)));
    try {
      String answer =
          ACME.patch(
                  id,
                  1,
                  "{\"identifiers\":[{\"source\":\"acme\",\"value\":\"%s\"}]}"
                      .formatted(budi.firstIdentifier()))
              .then()
              .statusCode(200)
              .body("identifiers.value", contains(budi.firstIdentifier()))
              .extract()
              .asString();
      assertThat(ACME.get(id).asString()).isEqualTo(answer);
    } finally {
      jdbi.useHandle(handle -> handle.execute("DROP FUNCTION lose() CASCADE"));
    }
  }

  @Test
  void a_patch_of_another_version_is_refused() {
    String id = ACME.registered(known("Siti"));
    ACME.patch(id, 2, "{\"birthDate\":null}").then().statusCode(412);
    ACME.call()
        .contentType("application/merge-patch+json")
        .body("{\"birthDate\":null}")
        .patch("/v1/customers/" + id)
        .then()
        .statusCode(428);
  }

  @Test
  void of_many_patches_of_one_version_at_once_one_wins() throws Exception {
    String id = ACME.registered(known("Siti"));
    List<Integer> answers =
        AtOnce.times(
            8, i -> ACME.patch(id, 1, "{\"name\":{\"full\":\"Siti " + i + "\"}}").statusCode());
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(7);
  }

  @Test
  void another_partner_s_customer_is_missing_and_staff_may_correct_all() {
    String id = ACME.registered(known("Siti"));
    BETA.patch(id, 1, "{\"name\":{\"full\":\"Mine\"}}").then().statusCode(404);
    AGENT.patch(id, 1, "{\"name\":{\"full\":\"Siti Rahma\"}}").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":5} | 400",
        "{\"kind\":\"ORGANISATION\"} | 400",
        "{\"customerId\":null} | 400",
        "{\"name\":null} | 422",
        "{\"name\":{\"full\":\"\"}} | 422",
        "{\"contacts\":[{\"type\":\"PHONE\",\"value\":\"12\"}]} | 422",
        "{\"contacts\":[null]} | 422",
        "{\"notes\":[{\"text\":null}]} | 422",
        "{\"language\":\"\"} | 422",
        "{\"identifiers\":[null]} | 422",
        "{\"contacts\":[{\"type\":\"POSTAL\",\"address\":{\"country\":\"ID\",\"lines\":[null,\"\"]}}]} | 422",
        "[] | 422",
      })
  void what_cannot_be_changed_is_refused(String patch, int status) {
    String id = ACME.registered(known("Siti"));
    ACME.patch(id, 1, patch).then().statusCode(status);
    ACME.get(id).then().body("version", equalTo(1));
  }

  private List<String> column(String sql, String id) {
    return jdbi.withHandle(
        handle -> handle.select(sql, UUID.fromString(id)).mapTo(String.class).list());
  }
}
