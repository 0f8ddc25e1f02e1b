package io.github.langgan.customer.merging;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedMatchesTest {

  @Inject Jdbi jdbi;

  private final String name = "%s %s".formatted(word(), word());
  private final String birthDate =
      LocalDate.of(1940, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(24_000)).toString();
  private final String phone = uniquePhone();

  @Test
  void the_matches_of_a_merged_record_are_gone_at_once_and_come_back_with_it() {
    String a = compared(ACME, "acme");
    String b = compared(ACME, "acme");
    String c = compared(ACME, "acme");
    assertThat(matchesOf(b)).containsExactlyInAnyOrder(a, c);
    String pair = idOf(AGENT, b, c);

    String merge = mergedWhileNothingIsCompared(a, b, pair);
    for (String id : List.of(a, b)) {
      assertThat(matchesOf(id)).containsExactly(c);
    }
    assertThat(matchesOf(c)).containsExactly(a);
    ACME.patch(c, 1, "{\"occupation\":\"Guru\"}").then().statusCode(200);
    assertThat(matchesOf(c)).containsExactly(a);

    AGENT.undo(merge).then().statusCode(202);
    assertThat(matchesOf(a)).containsExactlyInAnyOrder(b, c);
    assertThat(matchesOf(b)).containsExactlyInAnyOrder(a, c);
    assertThat(idOf(AGENT, b, c)).isEqualTo(pair);
  }

  @Test
  void two_that_must_never_match_are_merged_only_when_that_is_asked_for() {
    String a = compared(ACME, "acme");
    String b = compared(ACME, "acme");
    String never = neverMatch(a, b);
    AGENT
        .merge(b, a)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/never-match"))
        .body("neverMatchId", equalTo(never));
    AGENT.get(a).then().body("customerId", equalTo(a)).body("version", equalTo(1));
    AGENT
        .call()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"survivor\":\"%s\",\"merged\":\"%s\",\"despiteNeverMatch\":true}".formatted(b, a))
        .post("/v1/merges")
        .then()
        .statusCode(202);
    AGENT.get(a).then().body("customerId", equalTo(b));
  }

  @Test
  void what_was_said_of_a_record_holds_for_its_survivor() {
    String a = compared(ACME, "acme");
    String b = compared(ACME, "acme");
    String c = compared(ACME, "acme");
    String never = neverMatch(b, c);
    String merge = AGENT.merged(a, b);
    assertThat(matchesOf(a)).isEmpty();
    assertThat(matchesOf(c)).isEmpty();
    AGENT.merge(a, c).then().statusCode(409).body("neverMatchId", equalTo(never));
    AGENT.merge(c, a).then().statusCode(409).body("neverMatchId", equalTo(never));
    AGENT
        .call()
        .get("/v1/never-matches?customerId={id}", a)
        .then()
        .body("items.neverMatchId", contains(never));
    AGENT.undo(merge).then().statusCode(202);
    assertThat(matchesOf(a)).containsExactlyInAnyOrder(b, c);
    assertThat(matchesOf(c)).containsExactly(a);
  }

  @Test
  void a_split_may_keep_the_two_apart_from_then_on() {
    String a = compared(ACME, "acme");
    String b = compared(ACME, "acme");
    String merge = AGENT.merged(a, b);
    AGENT
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .queryParam("neverMatch", true)
        .post("/v1/merges/{id}/undo", merge)
        .then()
        .statusCode(202)
        .body("neverMatch", equalTo(true));
    assertThat(matchesOf(a)).isEmpty();
    AGENT.merge(a, b).then().statusCode(409).body("type", equalTo("/problems/never-match"));
  }

  @Test
  void a_partner_sees_no_match_of_a_customer_that_has_something_of_others() {
    String a = compared(ACME, "acme");
    String b = compared(ACME, "acme");
    String secret = compared(BETA, "beta");
    assertThat(matches(ACME, a).getList("items.otherCustomerId")).containsExactly(b);
    AGENT.merged(b, secret);
    matchesOf(b);
    for (String id : List.of(a, b, secret)) {
      assertThat(matches(id.equals(secret) ? BETA : ACME, id).getList("items")).isEmpty();
    }
    assertThat(matchesOf(a)).containsExactly(b);
    String pair = idOf(AGENT, a, b);
    ACME.call().get("/v1/matches/{id}", pair).then().statusCode(404);
    AGENT.call().get("/v1/matches/{id}", pair).then().statusCode(200);
    assertThat(ACME.call().get("/v1/matches?limit=200").asString()).doesNotContain(b);
  }

  private Body siti(String source) {
    Body siti = source.equals("acme") ? known(name) : person(name).identifier(source, unique());
    return siti.phone(phone).with("birthDate", "\"" + birthDate + "\"");
  }

  /** Registered, and compared with those before it. */
  private String compared(CustomerApi by, String source) {
    String id = by.registered(siti(source));
    matchesOf(id);
    return id;
  }

  private static String neverMatch(String one, String other) {
    return AGENT
        .call()
        .contentType(ContentType.JSON)
        .body(
            "{\"customerId\":\"%s\",\"otherCustomerId\":\"%s\",\"reason\":\"twins\"}"
                .formatted(one, other))
        .post("/v1/never-matches")
        .then()
        .statusCode(201)
        .extract()
        .path("neverMatchId");
  }

  private static List<String> matchesOf(String id) {
    return matches(AGENT, id).getList("items.otherCustomerId");
  }

  /** Once the record is compared. */
  private static JsonPath matches(CustomerApi caller, String id) {
    return await()
        .until(
            () -> caller.call().get("/v1/customers/{id}/matches", id).jsonPath(),
            found -> !found.getBoolean("pending"));
  }

  private static String idOf(CustomerApi caller, String one, String other) {
    return matches(caller, one)
        .getString("items.find{it.otherCustomerId=='" + other + "'}.matchId");
  }

  private String mergedWhileNothingIsCompared(String survivor, String merged, String pair) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              jdbi.useHandle(handle -> handle.execute("SELECT FROM match_index FOR UPDATE"));
              String merge = AGENT.merged(survivor, merged);
              AGENT.call().get("/v1/matches/{id}", pair).then().statusCode(404);
              assertThat(allPairs()).doesNotContain(merged);
              return merge;
            });
  }

  private static String allPairs() {
    Response first = AGENT.call().get("/v1/matches?limit=200");
    return first.then().statusCode(200).extract().asString();
  }

  /** That no other test uses. */
  private static String word() {
    return ThreadLocalRandom.current()
        .ints(9, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
