package io.github.langgan.customer.matching;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MatchingRunTest {

  private static final CustomerApi MANAGER = new CustomerApi(Tokens.of("manager"));

  private final MadeUpPeople people = new MadeUpPeople(new Random());

  @Test
  void a_run_learns_from_the_customers_and_finds_those_who_are_there_twice() {
    List<Body> once = people.some(700);
    List<Body> again = once.subList(0, 100).stream().map(people::mistyped).toList();
    List<String> firsts = ACME.importedUnmatched(once);
    List<String> seconds = ACME.importedUnmatched(again);

    JsonPath run = ran(MANAGER, "", "{}");

    assertThat(run.getBoolean("result.learnt")).isTrue();
    assertThat(run.getInt("result.records")).isGreaterThanOrEqualTo(800);
    assertThat(rules().getInt("version")).isEqualTo(run.getInt("result.rulesVersion"));
    Set<Set<String>> found = new HashSet<>();
    for (Map<String, Object> match : matches("minProbability=0.9")) {
      found.add(Set.of((String) match.get("customerId"), (String) match.get("otherCustomerId")));
    }
    Set<Set<String>> truth = new HashSet<>();
    for (int i = 0; i < seconds.size(); i++) {
      truth.add(Set.of(firsts.get(i), seconds.get(i)));
    }
    Set<String> all = new HashSet<>(firsts);
    all.addAll(seconds);
    found.removeIf(pair -> !all.containsAll(pair));
    long right = found.stream().filter(truth::contains).count();
    assertThat(2.0 * right / (found.size() + truth.size())).isGreaterThan(0.98);
  }

  @Test
  void what_is_learnt_is_kept_as_a_version_and_explains_every_pair() {
    ACME.importedUnmatched(people.some(600));
    Body one = people.one();
    List<String> twins = ACME.importedUnmatched(List.of(one, people.mistyped(one)));

    JsonPath run = ran(MANAGER, "", "{\"sameFrom\":0.995}");

    JsonPath rules = rules();
    assertThat(rules.getDouble("sameFrom")).isEqualTo(0.995);
    assertThat(rules.getList("weights")).hasSizeGreaterThan(20);
    assertThat(rules.getDouble("prior")).isNegative();
    JsonPath match = matchOf(twins.getFirst());
    JsonPath explained =
        AGENT.call().get("/v1/matches/{id}", match.getString("matchId")).jsonPath();
    assertThat(explained.getInt("rulesVersion")).isEqualTo(run.getInt("result.rulesVersion"));
    List<Number> weights = explained.getList("fields.weight");
    assertThat(weights.stream().mapToDouble(Number::doubleValue).sum())
        .isCloseTo(explained.getDouble("weight"), within(0.05));
    MANAGER
        .call()
        .get("/v1/matching/rules/{version}", 1)
        .then()
        .statusCode(200)
        .body("sameFrom", equalTo(0.99f));
    MANAGER.call().get("/v1/matching/rules/{version}", 1_000_000).then().statusCode(404);
  }

  @Test
  void a_pair_that_is_found_again_keeps_its_id() {
    Body one = people.one();
    List<String> twins = ACME.importedUnmatched(List.of(one, people.mistyped(one)));
    ran(MANAGER, "", "{}");
    String id = matchOf(twins.getFirst()).getString("matchId");

    ran(MANAGER, "", "{\"learn\":false}");

    assertThat(matchOf(twins.getFirst()).getString("matchId")).isEqualTo(id);
  }

  @Test
  void a_dry_run_tells_what_would_be_merged_and_changes_nothing() {
    Body one = people.one();
    List<String> twins = ACME.importedUnmatched(List.of(one, one.with("identifiers", "[]")));
    int version = rules().getInt("version");

    JsonPath dry = ran(MANAGER, "?dryRun=true", "{\"learn\":false}");

    assertThat(dry.getLong("result.newlySame")).isPositive();
    assertThat(dry.getString("result.rulesVersion")).isNull();
    assertThat(rules().getInt("version")).isEqualTo(version);
    assertThat(ofCustomer(twins.getFirst()).getList("items")).isEmpty();
    assertThat(ran(MANAGER, "", "{\"learn\":false}").getLong("result.newlySame")).isPositive();
    assertThat(ofCustomer(twins.getFirst()).getList("items")).hasSize(1);
    JsonPath stricter =
        ran(MANAGER, "?dryRun=true", "{\"learn\":false,\"sameFrom\":0.9999999999999999}");
    assertThat(stricter.getLong("result.noLongerSame")).isPositive();
    assertThat(stricter.getLong("result.newlySame")).isZero();
  }

  @Test
  void thresholds_that_contradict_each_other_are_refused() {
    start(MANAGER, "", "{\"reviewFrom\":0.9,\"sameFrom\":0.8}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/sameFrom"));
    start(MANAGER, "", "{\"reviewFrom\":0}").then().statusCode(422);
    start(MANAGER, "", "{\"sameFrom\":1}").then().statusCode(422);
  }

  @Test
  void a_run_needs_no_body() {
    MANAGER.send("/v1/matching/runs?dryRun=true", null, "");
  }

  @Test
  void partners_start_no_runs_and_see_pairs_of_their_own_only() {
    start(ACME, "", "{}").then().statusCode(403);
    Body siti = known("Siti Rahmawati").phone(uniquePhone()).with("birthDate", "\"1990-04-21\"");
    List<String> twins = ACME.importedUnmatched(List.of(siti, siti.with("identifiers", "[]")));
    ran(MANAGER, "", "{\"learn\":false}");
    String id = matchOf(twins.getFirst()).getString("matchId");

    ACME.call().get("/v1/matches/{id}", id).then().statusCode(200);
    BETA.call().get("/v1/matches/{id}", id).then().statusCode(404);
    assertThat(idsSeenBy(ACME)).contains(id);
    assertThat(idsSeenBy(BETA)).doesNotContain(id);
  }

  private static List<String> idsSeenBy(CustomerApi caller) {
    return caller.call().get("/v1/matches?limit=200").jsonPath().getList("items.matchId");
  }

  private static JsonPath matchOf(String customer) {
    JsonPath matches = ofCustomer(customer);
    assertThat(matches.getList("items")).hasSize(1);
    matches.setRootPath("items[0]");
    return matches;
  }

  private static JsonPath ofCustomer(String customer) {
    return AGENT.call().get("/v1/customers/{id}/matches", customer).jsonPath();
  }

  private static JsonPath rules() {
    return MANAGER.call().get("/v1/matching/rules").then().statusCode(200).extract().jsonPath();
  }

  /** All pages. */
  private static List<Map<String, Object>> matches(String query) {
    List<Map<String, Object>> all = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          AGENT
              .call()
              .get("/v1/matches?limit=200&" + query + cursor)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      all.addAll(page.getList("items"));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return all;
  }

  private static Response start(CustomerApi caller, String query, String body) {
    return caller
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/matching/runs" + query);
  }

  /** Starts it, waits for its end, and answers the run. */
  private static JsonPath ran(CustomerApi caller, String query, String body) {
    String operation =
        start(caller, query, body).then().statusCode(202).extract().header("Location");
    JsonPath ended =
        await()
            .pollInterval(Duration.ofMillis(20))
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> caller.call().get(operation).jsonPath(),
                now -> !now.getString("state").equals("RUNNING"));
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
    return caller
        .call()
        .get(ended.getString("resultLink"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
