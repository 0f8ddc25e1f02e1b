package io.github.langgan.customer.matching;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NeverMatchTest {

  @Inject Jdbi jdbi;

  private final Body siti = new MadeUpPeople(new Random()).one();

  @Test
  void two_of_whom_somebody_said_so_never_match_until_it_is_taken_back() {
    String one = ACME.registered(siti);
    String other = ACME.registered(again());
    assertThat(matchesOf(other)).containsExactly(one);

    String id =
        say(AGENT, other, one, "twins")
            .then()
            .statusCode(201)
            .body("reason", equalTo("twins"))
            .extract()
            .path("neverMatchId");

    assertThat(matchesOf(one)).isEmpty();
    ACME.patch(other, 1, "{\"birthDate\":\"1990-04-21\"}").then().statusCode(200);
    ACME.patch(other, 2, "{\"birthDate\":" + siti.node().get("birthDate") + "}")
        .then()
        .statusCode(200);
    assertThat(matchesOf(other)).isEmpty();
    assertThat(said(one)).containsExactly(id);

    AGENT.call().delete("/v1/never-matches/{id}", id).then().statusCode(204);

    await().untilAsserted(() -> assertThat(matchesOf(one)).containsExactly(other));
    assertThat(said(one)).isEmpty();
    AGENT.call().delete("/v1/never-matches/{id}", id).then().statusCode(404);
  }

  @Test
  void it_can_be_said_while_all_are_compared() {
    String one = ACME.registered(siti);
    String other = ACME.registered(again());
    assertThat(matchesOf(other)).containsExactly(one);
    try (Handle comparing = jdbi.open()) {
      comparing.begin();
      comparing.execute("UPDATE match_index SET position = position + 1");

      say(AGENT, one, other, "twins").then().statusCode(201);

      assertThat(said(one)).hasSize(1);
      assertThat(matchesOf(one)).isEmpty();
      comparing.rollback();
    }
  }

  @Test
  void said_again_the_first_word_stands() {
    String one = ACME.registered(siti);
    String other = ACME.registered(again());
    say(AGENT, one, other, "twins").then().statusCode(201);

    say(AGENT, other, one, "neighbours").then().statusCode(200).body("reason", equalTo("twins"));

    assertThat(said(one)).hasSize(1);
  }

  @Test
  void it_is_said_of_two_known_customers_with_a_reason() {
    String one = ACME.registered(siti);

    say(AGENT, one, one, "the same")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/otherCustomerId"));
    say(AGENT, one, UUID.randomUUID().toString(), "nobody")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/otherCustomerId"));
    say(AGENT, one, ACME.registered(again()), " ")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/reason"));
    say(ACME, one, one, "a partner").then().statusCode(403);
  }

  @Test
  void the_audit_trail_tells_of_it_without_its_words() {
    String id =
        say(AGENT, ACME.registered(siti), ACME.registered(again()), "twins")
            .then()
            .statusCode(201)
            .extract()
            .path("neverMatchId");

    List<String> told =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT action || ':' || reason FROM audit_entry"
                            + " WHERE subject_type = 'never-match' AND subject_id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .list());
    assertThat(told).containsExactly("never-match.said:");
  }

  private Body again() {
    Body again = known(siti.node().at("/name/full").asText());
    again.node().set("birthDate", siti.node().get("birthDate"));
    again.node().set("contacts", siti.node().get("contacts"));
    return again;
  }

  private static Response say(CustomerApi caller, String one, String other, String reason) {
    return caller
        .call()
        .contentType(ContentType.JSON)
        .body(
            "{\"customerId\":\"%s\",\"otherCustomerId\":\"%s\",\"reason\":\"%s\"}"
                .formatted(one, other, reason))
        .post("/v1/never-matches");
  }

  private static List<String> said(String customer) {
    return AGENT
        .call()
        .get("/v1/never-matches?customerId={id}", customer)
        .then()
        .statusCode(200)
        .extract()
        .path("items.neverMatchId");
  }

  /** Once the record is compared, with those who were registered before it. */
  private static List<String> matchesOf(String customer) {
    return await()
        .until(
            () -> AGENT.call().get("/v1/customers/{id}/matches", customer).jsonPath(),
            found -> !found.getBoolean("pending"))
        .getList("items.otherCustomerId");
  }
}
