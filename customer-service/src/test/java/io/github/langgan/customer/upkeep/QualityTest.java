package io.github.langgan.customer.upkeep;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QualityTest {

  @Inject Clock clock;
  @Inject Jdbi jdbi;

  @Test
  void a_record_that_has_all_from_somebody_sure_just_now_lacks_nothing() {
    quality(ACME, ACME.registered(whole().with("source", saidAgo(Duration.ofDays(1), "1"))))
        .body("score", equalTo(100))
        .body("shortcomings", empty());
  }

  @Test
  void what_is_old_counts_half_where_it_may_change() {
    Body body = whole().with("source", saidAgo(Duration.ofDays(4 * 365), "1"));

    quality(ACME, ACME.registered(body))
        .body("score", equalTo(100 - 10 - 7 - 7 - 2))
        .body("shortcomings.aspect", contains("PHONE", "EMAIL", "POSTAL", "OCCUPATION"))
        .body("shortcomings.reason", contains("STALE", "STALE", "STALE", "STALE"))
        .body("shortcomings.lost", contains(10, 7, 7, 2))
        .body("shortcomings.pointer", hasItem("/contacts/1"));
  }

  @Test
  void what_is_unsure_counts_as_much_as_it_is_sure() {
    Body body = whole().with("source", saidAgo(Duration.ofDays(1), "0.5"));

    JsonPath quality = quality(ACME, ACME.registered(body)).extract().jsonPath();

    List<Integer> lost = quality.getList("shortcomings.lost");
    assertThat(quality.getList("shortcomings.reason")).containsOnly("UNSURE").hasSize(8);
    assertThat(quality.getInt("score") + lost.stream().mapToInt(i -> i).sum()).isEqualTo(100);
    assertThat(lost).isSortedAccordingTo((one, other) -> other - one);
  }

  @Test
  void what_is_so_nearly_sure_that_it_costs_no_point_is_no_shortcoming() {
    Body body = whole().with("source", saidAgo(Duration.ofDays(1), "0.9"));

    quality(ACME, ACME.registered(body))
        .body("shortcomings.aspect", not(hasItem("LANGUAGE")))
        .body("shortcomings.lost", not(hasItem(0)));
  }

  @Test
  void what_is_missing_is_lost_whole() {
    String id = ACME.registered(known("Siti").with("source", saidAgo(Duration.ofDays(1), "1")));

    quality(ACME, id)
        .body("score", equalTo(30))
        .body(
            "shortcomings.aspect",
            contains("PHONE", "EMAIL", "POSTAL", "BIRTH_DATE", "LANGUAGE", "OCCUPATION"))
        .body("shortcomings[0].reason", equalTo("MISSING"))
        .body("shortcomings[0].pointer", equalTo(null));
  }

  @Test
  void of_several_the_best_counts() {
    Body old =
        whole().email("rahma@example.com").with("source", saidAgo(Duration.ofDays(4 * 365), "1"));
    String id = ACME.registered(old);
    AGENT
        .patch(
            id,
            1,
            """
            {"contacts":[{"type":"EMAIL","value":"siti@example.com"},
                         {"type":"EMAIL","value":"s.rahma@example.com"},
                         {"type":"EMAIL","value":"rahma@example.com"}],
             "source":%s}
            """
                .formatted(saidAgo(Duration.ofDays(1), "0.9")))
        .then()
        .statusCode(200);

    quality(AGENT, id)
        .body("version", equalTo(2))
        .body("shortcomings.find { it.aspect == 'EMAIL' }.pointer", equalTo("/contacts/1"))
        .body("shortcomings.find { it.aspect == 'EMAIL' }.reason", equalTo("UNSURE"))
        .body("shortcomings.find { it.aspect == 'EMAIL' }.lost", equalTo(1));
  }

  @Test
  void what_nobody_knows_the_origin_of_counts_half() {
    String id = ACME.registered(whole().with("source", saidAgo(Duration.ofDays(1), "1")));
    ACME.patch(id, 1, "{\"contacts\":[]}").then().statusCode(200);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE customer SET name_since = NULL WHERE id = ?", UUID.fromString(id)));
    ACME.patch(id, 2, "{\"birthDate\":\"1991-01-01\"}").then().statusCode(200);

    quality(ACME, id)
        .body("shortcomings.find { it.aspect == 'NAME' }.reason", equalTo("UNKNOWN_ORIGIN"))
        .body("shortcomings.find { it.aspect == 'NAME' }.lost", equalTo(10));
  }

  @Test
  void an_address_with_a_postal_code_unlike_those_of_its_country_counts_half() {
    Body body = whole("ID", "4011").with("source", saidAgo(Duration.ofDays(1), "1"));

    quality(ACME, ACME.registered(body))
        .body("score", equalTo(100 - 7))
        .body("shortcomings.aspect", contains("POSTAL"))
        .body("shortcomings.reason", contains("MALFORMED"))
        .body("shortcomings.pointer", contains("/contacts/2"));
    quality(
            ACME,
            ACME.registered(whole("AU", "4011").with("source", saidAgo(Duration.ofDays(1), "1"))))
        .body("score", equalTo(100));
  }

  @Test
  void an_organisation_is_not_asked_for_what_persons_have() {
    Body body =
        known("PT Maju")
            .with("kind", "\"ORGANISATION\"")
            .with("source", saidAgo(Duration.ofDays(1), "1"));

    quality(ACME, ACME.registered(body))
        .body("score", equalTo(35))
        .body("shortcomings.aspect", not(hasItem("BIRTH_DATE")))
        .body("shortcomings.aspect", contains("PHONE", "EMAIL", "POSTAL"));
  }

  @Test
  void a_stranger_learns_nothing_and_a_retired_id_answers_with_its_survivor() {
    String survivor = ACME.registered(known("Siti"));
    String merged = ACME.registered(known("Siti"));
    AGENT.merged(survivor, merged);

    quality(AGENT, merged).body("customerId", equalTo(survivor));
    BETA.call().get("/v1/customers/{id}/quality", survivor).then().statusCode(404);
  }

  private static Body whole() {
    return whole("ID", "40115");
  }

  private static Body whole(String country, String postalCode) {
    return known("Siti Rahma")
        .email("siti@example.com")
        .phone(Body.uniquePhone())
        .contact(
            """
            {"type":"POSTAL","address":{"lines":["Jalan Melati 5"],"locality":"Bandung",
             "postalCode":"%s","country":"%s"}}
            """
                .formatted(postalCode, country))
        .with("birthDate", "\"1990-04-21\"")
        .with("occupation", "\"Teacher\"")
        .with("language", "\"id\"");
  }

  private String saidAgo(Duration ago, String confidence) {
    return "{\"form\":\"MEMBER_CARD\",\"receivedAt\":\"%s\",\"confidence\":%s}"
        .formatted(clock.instant().minus(ago), confidence);
  }

  private static ValidatableResponse quality(CustomerApi caller, String id) {
    return caller.call().get("/v1/customers/{id}/quality", id).then().statusCode(200);
  }
}
