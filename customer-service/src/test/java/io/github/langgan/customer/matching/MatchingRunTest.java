package io.github.langgan.customer.matching;

import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MatchingRunTest {

  private static final CustomerApi MANAGER = new CustomerApi(Tokens.of("manager"));

  private static final MatchingApi MANAGED = new MatchingApi(MANAGER);

  @Inject MatchIndex index;

  private final MadeUpPeople people = new MadeUpPeople(new Random());

  @Test
  void a_run_learns_from_the_customers_and_finds_those_who_are_there_twice() {
    List<Body> once = people.some(700);
    List<Body> again = once.subList(0, 100).stream().map(people::mistyped).toList();
    List<String> firsts = ACME.importedUnmatched(once);
    List<String> seconds = ACME.importedUnmatched(again);

    JsonPath run = MANAGED.ran("", "{}");

    assertThat(run.getBoolean("result.learnt")).isTrue();
    assertThat(run.getInt("result.records")).isGreaterThanOrEqualTo(800);
    assertThat(MANAGED.rules().getInt("version")).isEqualTo(run.getInt("result.rulesVersion"));
    Set<Set<String>> found = new HashSet<>();
    for (Map<String, Object> match : new MatchingApi(AGENT).matches("minProbability=0.9")) {
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
    List<Body> once = people.some(600);
    ACME.importedUnmatched(once);
    ACME.importedUnmatched(once.subList(0, 60).stream().map(people::mistyped).toList());
    List<String> twins = twins();

    JsonPath run = MANAGED.ran("", "{\"sameFrom\":0.995}");

    JsonPath rules = MANAGED.rules();
    assertThat(rules.getDouble("sameFrom")).isEqualTo(0.995);
    assertThat(rules.<String>getList("alternatives.alternative"))
        .containsExactly("ONE_HOUSEHOLD", "NEIGHBOURS", "STRANGERS");
    assertThat(rules.getList("alternatives[2].weights")).hasSizeGreaterThan(20);
    assertThat(rules.getDouble("alternatives[2].prior")).isNegative();
    JsonPath match = matchOf(twins.getFirst());
    JsonPath explained =
        AGENT.call().get("/v1/matches/{id}", match.getString("matchId")).jsonPath();
    assertThat(explained.getInt("rulesVersion")).isEqualTo(run.getInt("result.rulesVersion"));
    List<Number> weights = explained.getList("fields.weight");
    assertThat(weights.stream().mapToDouble(Number::doubleValue).sum())
        .isCloseTo(explained.getDouble("weight"), within(0.05));
    double bits = explained.getDouble("prior") + explained.getDouble("weight");
    assertThat(explained.getDouble("probability"))
        .isCloseTo(1 / (1 + Math.pow(2, -bits)), within(0.01));
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
    List<String> twins = twins();
    MANAGED.ran("", "{}");
    String id = matchOf(twins.getFirst()).getString("matchId");

    MANAGED.ran("", "{\"learn\":false}");

    assertThat(matchOf(twins.getFirst()).getString("matchId")).isEqualTo(id);
  }

  @Test
  void a_dry_run_tells_what_would_be_merged_and_changes_nothing() {
    List<String> twins = twins();
    int version = MANAGED.rules().getInt("version");

    JsonPath dry = MANAGED.ran("?dryRun=true", "{\"learn\":false}");

    assertThat(dry.getLong("result.newlySame")).isPositive();
    assertThat(dry.getString("result.rulesVersion")).isNull();
    assertThat(MANAGED.rules().getInt("version")).isEqualTo(version);
    assertThat(ofCustomer(twins.getFirst()).getList("items")).isEmpty();
    assertThat(MANAGED.ran("", "{\"learn\":false}").getLong("result.newlySame")).isPositive();
    assertThat(ofCustomer(twins.getFirst()).getList("items")).hasSize(1);
    JsonPath stricter =
        MANAGED.ran("?dryRun=true", "{\"learn\":false,\"sameFrom\":0.9999999999999999}");
    assertThat(stricter.getLong("result.noLongerSame")).isPositive();
    assertThat(stricter.getLong("result.newlySame")).isZero();
  }

  @Test
  void thresholds_that_contradict_each_other_are_refused() {
    MANAGED
        .start("", "{\"reviewFrom\":0.9,\"sameFrom\":0.8}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/sameFrom"));
    MANAGED.start("", "{\"reviewFrom\":0}").then().statusCode(422);
    MANAGED.start("", "{\"sameFrom\":1}").then().statusCode(422);
  }

  @Test
  void runs_that_are_started_together_come_to_their_end_one_after_the_other() {
    List<String> operations =
        Stream.generate(() -> MANAGED.start("", "{\"learn\":false}").header("Location"))
            .limit(4)
            .toList();

    assertThat(operations.stream().map(one -> MANAGED.ended(one).getString("state")))
        .containsOnly("SUCCEEDED");
  }

  @Test
  void customers_that_do_not_fit_into_the_memory_fail_the_run_and_change_nothing() {
    ACME.importedUnmatched(people.some(2));
    int version = MANAGED.rules().getInt("version");
    LongSupplier all = index.heap;
    try {
      index.heap = () -> 1;

      JsonPath ended = MANAGED.ended(MANAGED.start("", "{}").header("Location"));

      assertThat(ended.getString("state")).isEqualTo("FAILED");
      assertThat(ended.getString("problem.type")).endsWith("/matching-too-large");
    } finally {
      index.heap = all;
    }
    assertThat(MANAGED.rules().getInt("version")).isEqualTo(version);
    MANAGED.ran("?dryRun=true", "{\"learn\":false}");
  }

  @Test
  void more_pairs_than_fit_into_the_memory_fail_the_run_and_change_nothing() {
    twins();
    int version = MANAGED.rules().getInt("version");
    LongSupplier all = index.mostPairs;
    try {
      index.mostPairs = () -> 0;

      JsonPath ended = MANAGED.ended(MANAGED.start("", "{\"learn\":false}").header("Location"));

      assertThat(ended.getString("problem.type")).endsWith("/matching-too-large");
      assertThat(ended.getString("problem.detail")).contains("reviewFrom");
    } finally {
      index.mostPairs = all;
    }
    assertThat(MANAGED.rules().getInt("version")).isEqualTo(version);
  }

  @Test
  void a_run_needs_no_body() {
    MANAGER.send("/v1/matching/runs?dryRun=true", null, "");
  }

  @Test
  void partners_start_no_runs_and_see_pairs_of_their_own_only() {
    new MatchingApi(ACME).start("", "{}").then().statusCode(403);
    List<String> twins = twins();
    MANAGED.ran("", "{\"learn\":false}");
    String id = matchOf(twins.getFirst()).getString("matchId");

    ACME.call().get("/v1/matches/{id}", id).then().statusCode(200);
    BETA.call().get("/v1/matches/{id}", id).then().statusCode(404);
    assertThat(idsSeenBy(ACME)).contains(id);
    assertThat(idsSeenBy(BETA)).doesNotContain(id);
  }

  /** Somebody who is there twice, as surely as can be. */
  private List<String> twins() {
    Body one = people.one();
    return ACME.importedUnmatched(List.of(one, one.with("identifiers", "[]")));
  }

  private static List<String> idsSeenBy(CustomerApi caller) {
    return new MatchingApi(caller)
        .matches("minProbability=0.5").stream()
            .map(match -> (String) match.get("matchId"))
            .toList();
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
}
