package io.github.langgan.customer.registration;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BatchTest {

  @Test
  void a_bad_item_never_spoils_its_neighbours() {
    Body first = known("First");
    String theirs = BETA.registered(known("Theirs").identifier("beta", first.firstIdentifier()));
    ACME.registerAll(
            List.of(
                first,
                known("Unknown field").with("version", "3"),
                known("No such kind").with("kind", "\"ROBOT\""),
                person(" ").identifier("acme", unique()),
                person("No identifier"),
                first,
                person("Other words").identifier("acme", first.firstIdentifier()),
                person("Of another partner").identifier("beta", first.firstIdentifier()),
                known("Not an address").email("nobody"),
                known("Last").phone("0812-3456-789")))
        .then()
        .statusCode(200)
        .body("registered", equalTo(2))
        .body("duplicates", equalTo(1))
        .body("rejected", equalTo(7))
        .body("items.index", equalTo(IntStream.range(0, 10).boxed().toList()))
        .body("items.status", contains(201, 400, 422, 422, 400, 200, 409, 409, 422, 201))
        .body("items[1].problem.type", equalTo("/problems/unknown-field"))
        .body("items[4].problem.type", equalTo("/problems/idempotency-key-missing"))
        .body("items[5].outcome", equalTo("DUPLICATE"))
        .body("items[6].problem.type", equalTo("/problems/identifier-taken"))
        .body("items[7].problem.customerId", nullValue())
        .body("items[8].problem.errors[0].pointer", equalTo("/contacts/0/value"))
        .body("items[9].version", equalTo(1));
    BETA.get(theirs).then().statusCode(200).body("version", equalTo(1));
  }

  @Test
  void a_duplicate_has_the_id_of_its_original() {
    Body siti = known("Siti Rahma");
    Response answer = ACME.registerAll(List.of(siti, siti, siti));
    List<String> ids = answer.path("items.customerId");
    assertThat(ids).hasSize(3).containsOnly(ids.getFirst());
    assertThat(answer.<String>path("items[0].position"))
        .isEqualTo("crm.customer/" + ids.getFirst() + "/1");
  }

  @Test
  void lines_are_taken_as_well_and_a_broken_one_is_refused_alone() {
    ACME.call()
        .contentType("application/x-ndjson")
        .body((known("First").json() + "\n{\"kind\":\n\n" + known("Last").json()).getBytes(UTF_8))
        .post("/v1/customers/batch")
        .then()
        .statusCode(200)
        .body("items.status", contains(201, 400, 201))
        .body("items[1].problem.type", equalTo("/problems/malformed"));
  }

  @Test
  void a_body_that_breaks_off_registers_nobody() {
    Body siti = known("Siti Rahma");
    ACME.batch("{\"items\":[" + siti.json() + ",").then().statusCode(400);
    ACME.find("identifierValue", siti.firstIdentifier()).then().statusCode(400);
    ACME.call()
        .queryParam("identifierSource", "acme")
        .queryParam("identifierValue", siti.firstIdentifier())
        .get("/v1/customers")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void a_thousand_are_registered_and_one_more_refused_with_all() {
    List<Body> thousand = customers(1_000);
    ACME.registerAll(thousand).then().statusCode(200).body("registered", equalTo(1_000));
    ACME.registerAll(thousand).then().statusCode(200).body("duplicates", equalTo(1_000));
    ACME.registerAll(customers(1_001)).then().statusCode(422);
  }

  @Test
  void with_a_key_items_need_no_identifier_and_the_answer_is_repeated() {
    String key = unique();
    Response first = withKey(key);
    first.then().statusCode(200).body("registered", equalTo(2));
    assertThat(withKey(key).asByteArray()).isEqualTo(first.asByteArray());
  }

  @Test
  void of_items_that_contest_each_other_s_identifiers_the_earlier_wins() {
    String run = unique();
    List<Body> chain =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    person("Link " + i)
                        .identifier("acme", run + i)
                        .identifier("acme", run + (i + 1)))
            .toList();
    List<Integer> statuses = ACME.registerAll(chain).path("items.status");
    assertThat(statuses)
        .isEqualTo(IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? 201 : 409).toList());
  }

  @Test
  void overlapping_batches_at_once_register_everybody_once() throws Exception {
    List<Body> forth = customers(200);
    List<Body> back = new ArrayList<>(forth).reversed();
    List<Response> answers = AtOnce.times(6, i -> ACME.registerAll(i % 2 == 0 ? forth : back));
    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers.stream().mapToInt(answer -> answer.<Integer>path("registered")).sum())
        .isEqualTo(200);
    assertThat(answers.stream().mapToInt(answer -> answer.<Integer>path("duplicates")).sum())
        .isEqualTo(1_000);
  }

  private static List<Body> customers(int count) {
    return IntStream.range(0, count).mapToObj(i -> known("Customer " + i)).toList();
  }

  private static Response withKey(String key) {
    return ACME.call()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body("{\"items\":[" + person("Budi").json() + "," + person("Budi").json() + "]}")
        .post("/v1/customers/batch");
  }
}
