package io.github.langgan.customer.history;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HistoryTest {

  @Inject Jdbi jdbi;

  @Test
  void each_version_tells_who_changed_what_and_on_what_ground() {
    String id =
        ACME.registered(
            known("Siti Rahma")
                .phone("+628123456789")
                .with("gender", "\"FEMALE\"")
                .with(
                    "source",
                    "{\"form\":\"MEMBER_CARD\",\"receivedAt\":\"2026-01-05T03:00:00Z\"}"));
    correct(
        AGENT,
        id,
        1,
        """
        {"name":{"full":"Siti Halim"},"birthDate":"1990-04-21",
         "source":{"form":"SERVICE_REQUEST","receivedAt":"2026-02-10T08:15:00Z"}}""");
    correct(ACME, id, 2, "{\"contacts\":[],\"gender\":null}");
    correct(
        ACME,
        id,
        3,
        "{\"occupation\":\"Guru\",\"language\":\"id\",\"notes\":[{\"text\":\"Kind\"}],\"identifiers\":[]}");
    Response history = history(AGENT, id);
    history
        .then()
        .statusCode(200)
        .body("items.version", contains(4, 3, 2, 1))
        .body("items.reporter", contains("PARTNER", "PARTNER", "STAFF", "PARTNER"))
        .body("items.partner", contains("acme", "acme", null, "acme"))
        .body(
            "items.source.form",
            contains("CORRECTION", "CORRECTION", "SERVICE_REQUEST", "MEMBER_CARD"))
        .body("items.source.confidence", contains(0.9f, 0.9f, 0.8f, 0.9f))
        .body("items.by", everyItem(notNullValue()))
        .body(
            "items[0].changed",
            containsInAnyOrder("occupation", "language", "notes", "identifiers"))
        .body("items[0].before.occupation", nullValue())
        .body("items[0].before.notes", empty())
        .body("items[0].before.identifiers.source", contains("acme"))
        .body("items[0].after.occupation", equalTo("Guru"))
        .body("items[0].after.language", equalTo("id"))
        .body("items[0].after.notes.text", contains("Kind"))
        .body("items[0].after.identifiers", empty())
        .body("items[0].after.name", nullValue())
        .body("items[1].changed", containsInAnyOrder("contacts", "gender"))
        .body("items[1].before.contacts.value", contains("+628123456789"))
        .body("items[1].before.gender", equalTo("FEMALE"))
        .body("items[1].after.contacts", empty())
        .body("items[1].after.gender", nullValue())
        .body("items[2].changed", containsInAnyOrder("name", "birthDate"))
        .body("items[2].before.name.full", equalTo("Siti Rahma"))
        .body("items[2].before.birthDate", nullValue())
        .body("items[2].after.name.full", equalTo("Siti Halim"))
        .body("items[2].after.birthDate", equalTo("1990-04-21"))
        .body("items[3].changed", containsInAnyOrder("name", "gender", "contacts", "identifiers"))
        .body("items[3].before", nullValue())
        .body("items[3].after.name.full", equalTo("Siti Rahma"));
    assertThat(history.<String>path("items[0].recordedAt"))
        .isEqualTo(ACME.get(id).path("changedAt"));
  }

  @Test
  void the_record_is_read_as_it_was_at_any_time() {
    List<String> answers = new ArrayList<>();
    Response registered =
        ACME.register(
            known("Siti Rahma")
                .email("siti@example.com")
                .with("birthDate", "\"1990-04-21\"")
                .with("gender", "\"FEMALE\"")
                .with("occupation", "\"Guru\"")
                .with("language", "\"id\"")
                .with(
                    "notes",
                    "[{\"label\":\"delivery\",\"text\":\"Ring\\ntwice\"},{\"text\":\"Kind\"}]")
                .with(
                    "contacts",
                    """
                    [{"type":"PHONE","value":"+628123456789"},{"type":"EMAIL","value":"s@example.com"},
                     {"type":"POSTAL","address":{"lines":["Jalan \\"Melati\\" 5","RT 03"],
                     "locality":"Bandung","postalCode":"40115","country":"ID"}},
                     {"type":"POSTAL","address":{"locality":"Jakarta","country":"ID"}}]"""));
    String id = registered.path("customerId");
    answers.add(registered.asString());
    answers.add(correct(ACME, id, 1, "{\"name\":{\"given\":\"Siti\",\"family\":\"Halim\"}}"));
    answers.add(
        correct(
            AGENT,
            id,
            2,
            "{\"contacts\":null,\"notes\":null,\"identifiers\":null,\"birthDate\":null,"
                + "\"gender\":null,\"occupation\":null,\"language\":null}"));
    answers.add(
        correct(ACME, id, 3, "{\"name\":{\"full\":\"Ibu Siti\"},\"notes\":[{\"text\":\"Kind\"}]}"));

    List<String> times = history(ACME, id).path("items.recordedAt");
    for (int version = 1; version <= 4; version++) {
      Response then = asOf(ACME, id, times.get(4 - version));
      then.then().statusCode(200).header("ETag", "\"" + version + "\"");
      assertThat(then.asString()).isEqualTo(answers.get(version - 1));
    }
    String justBefore = Instant.parse(times.get(2)).minusNanos(1_000).toString();
    assertThat(asOf(ACME, id, justBefore).asString()).isEqualTo(answers.getFirst());
    asOf(ACME, id, Instant.parse(times.get(3)).minusNanos(1_000).toString())
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2199-01-01T00:00:00Z", "2026-01-31", "2026-01-31T08:00:00", "yesterday", "0"})
  void a_time_that_has_not_been_is_refused(String time) {
    String id = ACME.registered(known("Siti"));
    asOf(ACME, id, time).then().statusCode(400).body("errors[0].pointer", equalTo("?asOf"));
  }

  @Test
  void a_time_of_another_offset_is_understood() {
    String id = ACME.registered(known("Siti"));
    asOf(ACME, id, "2001-01-31T08:00:00+07:00").then().statusCode(404);
  }

  @Test
  void pages_go_back_version_by_version() {
    String id = ACME.registered(known("Siti 1"));
    for (int version = 1; version < 6; version++) {
      correct(ACME, id, version, "{\"name\":{\"full\":\"Siti " + (version + 1) + "\"}}");
    }
    List<String> names = new ArrayList<>();
    String cursor = null;
    do {
      var call = ACME.call().queryParam("limit", 2);
      Response page =
          (cursor == null ? call : call.queryParam("cursor", cursor))
              .get("/v1/customers/{id}/history", id);
      page.then().statusCode(200);
      List<String> before = page.path("items.collect { it.before?.name?.full }");
      List<String> after = page.path("items.after.name.full");
      for (int i = 0; i < after.size(); i++) {
        names.add(before.get(i) + " > " + after.get(i));
      }
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(names)
        .containsExactly(
            "Siti 5 > Siti 6",
            "Siti 4 > Siti 5",
            "Siti 3 > Siti 4",
            "Siti 2 > Siti 3",
            "Siti 1 > Siti 2",
            "null > Siti 1");
  }

  @Test
  void of_versions_that_were_not_kept_it_is_said_that_nobody_knows() {
    String id = ACME.registered(known("Siti 1"));
    correct(ACME, id, 1, "{\"name\":{\"full\":\"Siti 2\"}}");
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM customer_former WHERE customer_id = ?", UUID.fromString(id));
          handle.execute(
              "UPDATE customer_correction SET reporter = NULL, partner = NULL WHERE customer_id = ?",
              UUID.fromString(id));
        });
    correct(ACME, id, 2, "{\"name\":{\"full\":\"Siti 3\"}}");
    Response history = history(ACME, id);
    history
        .then()
        .statusCode(200)
        .body("items.version", contains(3, 2, 1))
        .body("items[0].before.name.full", equalTo("Siti 2"))
        .body("items[1].changed", nullValue())
        .body("items[1].after", nullValue())
        .body("items[1].reporter", nullValue())
        .body("items[1].source.form", equalTo("CORRECTION"))
        .body("items[2].changed", nullValue())
        .body("items[2].source.form", equalTo("API"));
    asOf(ACME, id, history.path("items[1].recordedAt"))
        .then()
        .statusCode(200)
        .body("name.full", equalTo("Siti 2"));
    asOf(ACME, id, history.path("items[2].recordedAt"))
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/version-not-kept"));
  }

  @Test
  void a_refused_or_needless_correction_leaves_no_trace() {
    var budi = known("Budi");
    ACME.registered(budi);
    String id = ACME.registered(known("Siti"));
    ACME.patch(id, 1, "{\"name\":{\"full\":\"Siti\"}}").then().statusCode(200);
    ACME.patch(
            id,
            1,
            "{\"identifiers\":[{\"source\":\"acme\",\"value\":\"%s\"}]}"
                .formatted(budi.firstIdentifier()))
        .then()
        .statusCode(409);
    history(ACME, id).then().body("items.version", contains(1));
    int kept =
        jdbi.withHandle(
            handle ->
                handle
                    .select(
                        "SELECT count(*) FROM customer_former WHERE customer_id = ?",
                        UUID.fromString(id))
                    .mapTo(Integer.class)
                    .one());
    assertThat(kept).isZero();
  }

  @Test
  void others_find_neither_the_history_nor_what_was() {
    String id = ACME.registered(known("Siti"));
    String other = ACME.registered(known("Budi"));
    correct(ACME, id, 1, "{\"name\":{\"full\":\"Siti Rahma\"}}");
    String registeredAt = ACME.get(id).path("registeredAt");
    for (CustomerApi stranger : List.of(BETA, CustomerApi.customer(other))) {
      history(stranger, id).then().statusCode(404);
      asOf(stranger, id, registeredAt).then().statusCode(404);
    }
    CustomerApi herself = CustomerApi.customer(id);
    history(herself, id)
        .then()
        .statusCode(200)
        .body("items.version", contains(2, 1))
        .body("items.by", everyItem(nullValue()));
    asOf(herself, id, registeredAt).then().statusCode(200).body("name.full", equalTo("Siti"));
  }

  private static String correct(CustomerApi caller, String id, int version, String patch) {
    Response answer = caller.patch(id, version, patch);
    answer.then().statusCode(200);
    return answer.asString();
  }

  private static Response history(CustomerApi caller, String id) {
    return caller.call().get("/v1/customers/{id}/history", id);
  }

  private static Response asOf(CustomerApi caller, String id, String time) {
    return caller.call().queryParam("asOf", time).get("/v1/customers/{id}", id);
  }
}
