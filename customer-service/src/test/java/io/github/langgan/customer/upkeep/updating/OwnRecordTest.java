package io.github.langgan.customer.upkeep.updating;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.confirm;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.correct;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.open;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.own;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.read;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.revoke;
import static io.github.langgan.customer.upkeep.updating.UpdateApi.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ForgedTokens;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OwnRecordTest {

  @Inject MovableClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void customers_see_what_they_can_put_right_and_nothing_else() {
    String siti = ACME.registered(whole());

    Response seen = read(token(siti));

    seen.then().statusCode(200).body("occupation", equalTo("Teacher"));
    assertThat(seen.<Map<String, ?>>path("$"))
        .containsOnlyKeys(
            "kind", "name", "birthDate", "occupation", "language", "contacts", "version");
    assertThat(seen.header("ETag")).isEqualTo("\"1\"");
    assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_correction_changes_what_it_names_and_leaves_what_customers_do_not_see() {
    Body body = whole();
    String siti = ACME.registered(body);
    String token = token(siti);

    correct(
            token,
            1,
            "{\"occupation\":null,\"contacts\":[{\"type\":\"EMAIL\",\"value\":\"s@example.com\"}]}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("occupation", equalTo(null))
        .body("contacts.value", contains("s@example.com"))
        .body("version", equalTo(2));

    AGENT
        .get(siti)
        .then()
        .body("version", equalTo(2))
        .body("occupation", equalTo(null))
        .body("birthDate", equalTo("1990-04-21"))
        .body("identifiers.value", contains(body.firstIdentifier()))
        .body("notes.text", contains("Calls often"));
    AGENT
        .call()
        .get("/v1/customers/{id}/update-requests", siti)
        .then()
        .body("items.status", contains("CORRECTED"));
  }

  @Test
  void what_customers_do_not_see_they_can_not_change() {
    String siti = ACME.registered(whole());
    String token = token(siti);
    for (String field : List.of("identifiers", "notes", "source", "kind", "version")) {
      correct(token, 1, "{\"" + field + "\":null}")
          .then()
          .statusCode(400)
          .body("type", endsWith("unknown-field"));
    }
    correct(token, 1, "{\"birthDate\":\"1990-02-30\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/birthDate"));
    read(token).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void an_answer_is_given_once_and_then_the_record_is_closed() {
    String siti = ACME.registered(known("Siti Rahma"));
    String token = token(siti);
    confirm(token, 1).then().statusCode(200).header("ETag", "\"2\"");

    for (Response later :
        List.of(read(token), confirm(token, 2), correct(token, 2, "{\"language\":\"id\"}"))) {
      later
          .then()
          .statusCode(409)
          .body("type", endsWith("update-request-answered"))
          .body("updateRequestStatus", equalTo("CONFIRMED"));
    }
    AGENT.get(siti).then().body("version", equalTo(2));
  }

  @Test
  void of_many_answers_at_once_one_counts() throws Exception {
    String siti = ACME.registered(known("Siti Rahma"));
    String token = token(siti);

    List<Integer> answers =
        AtOnce.times(8, i -> own(token).header("If-Match", "*").post("/v1/own-record/confirmation"))
            .stream()
            .map(Response::statusCode)
            .toList();

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    AGENT.get(siti).then().body("version", equalTo(2));
  }

  @Test
  void an_answer_to_what_was_changed_meanwhile_is_refused_and_may_be_given_again() {
    String siti = ACME.registered(known("Siti Rahma"));
    String token = token(siti);
    AGENT.patch(siti, 1, "{\"language\":\"id\"}").then().statusCode(200);

    confirm(token, 1).then().statusCode(412).body("type", endsWith("stale-version"));
    correct(token, 1, "{\"language\":\"en\"}").then().statusCode(412);
    own(token).post("/v1/own-record/confirmation").then().statusCode(428);

    read(token).then().body("language", equalTo("id"));
    confirm(token, 2).then().statusCode(200);
  }

  @Test
  void whatever_is_wrong_with_a_token_the_answer_is_the_same() {
    String siti = ACME.registered(known("Siti Rahma"));
    Response revoked = open(siti, "{}");
    revoke(AGENT, siti, revoked.path("updateRequestId")).then().statusCode(204);
    String good = token(siti);
    String refusal = refusal(read(revoked.path("token")));
    assertThat(refusal).contains("/problems/unauthorized").doesNotContain("revoked");

    assertThat(refusal(given().get("/v1/own-record"))).isEqualTo(refusal);
    assertThat(refusal(read(CustomerApi.customer(siti).token()))).isEqualTo(refusal);
    assertThat(refusal(CustomerApi.customer(siti).call().get("/v1/own-record"))).isEqualTo(refusal);
    assertThat(refusal(correct("abc", 1, "no JSON"))).isEqualTo(refusal);
    assertThat(refusal(confirm(revoked.path("token"), 1))).isEqualTo(refusal);
    ForgedTokens.of(good)
        .forEach(
            (forgery, token) -> assertThat(refusal(read(token))).as(forgery).isEqualTo(refusal));
    clock.advance(Duration.ofDays(15));
    assertThat(refusal(read(good))).isEqualTo(refusal);
    assertThat(refusal(confirm(good, 1))).isEqualTo(refusal);
    clock.reset();
    read(good).then().statusCode(200);
  }

  @Test
  void nobody_answers_for_who_has_died() {
    String siti = ACME.registered(known("Siti Rahma"));
    String double_ = ACME.registered(known("Siti R."));
    String token = token(siti);
    String of = token(double_);
    AGENT.merged(siti, double_);
    String refusal = refusal(read("abc"));
    died(siti);

    for (String each : List.of(token, of)) {
      assertThat(refusal(read(each))).isEqualTo(refusal);
      assertThat(refusal(confirm(each, 2))).isEqualTo(refusal);
      assertThat(refusal(correct(each, 2, "{\"language\":\"id\"}"))).isEqualTo(refusal);
    }
    AGENT.get(siti).then().body("version", equalTo(2));

    AGENT.call().delete("/v1/customers/{id}/death", siti).then().statusCode(204);
    read(of).then().statusCode(200);
    confirm(token, 2).then().statusCode(200);
  }

  private static void died(String customer) {
    AGENT
        .call()
        .contentType("application/json")
        .body("{}")
        .put("/v1/customers/{id}/death", customer)
        .then()
        .statusCode(200);
  }

  private static String refusal(Response answer) {
    assertThat(answer.header("WWW-Authenticate")).isEqualTo(OwnRecordCall.HEADER);
    return answer.statusCode()
        + answer.asString().replaceAll("\"(traceId|instance)\":\"[^\"]*\",?", "");
  }

  private static Body whole() {
    return known("Siti Rahma")
        .phone(Body.uniquePhone())
        .with("birthDate", "\"1990-04-21\"")
        .with("occupation", "\"Teacher\"")
        .with("language", "\"id\"")
        .with("notes", "[{\"text\":\"Calls often\"}]");
  }
}
