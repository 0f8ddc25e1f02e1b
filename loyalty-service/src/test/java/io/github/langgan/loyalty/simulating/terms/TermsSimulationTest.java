package io.github.langgan.loyalty.simulating.terms;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TermsSimulationTest extends LoyaltyTest {

  private static final Instant MAY = Instant.parse("2011-05-10T10:00:00Z");

  private static final String FIRST_THOUSAND_TOYS =
      """
      {"activeFrom":"2100-01-01T00:00:00Z","pointCost":"0.01","earningRules":[\
      {"name":"toys","per":"LINE","when":"line.category == 'TOYS'","expression":"line.amount * 3.0",\
      "cap":{"points":100,"period":"MONTH"}},\
      {"name":"first","when":"member.firstPurchase","expression":"5"}]}""";

  @Test
  void new_terms_say_what_they_cost_and_who_wins_and_loses_before_they_are_in_force() {
    UUID program = Api.program();
    UUID toys = buyer(program, line("TOYS", 1, "20"), line("TOYS", 1, "30"));
    UUID home = buyer(program, line("HOME", 1, "50"));
    UUID even = buyer(program, line("HOME", 1, "5"));
    buyerOutside(program);
    Api.terms(program, FIRST_THOUSAND_TOYS).then().statusCode(201);

    JsonPath found = simulate(program, 2);

    assertThat(found.getLong("members")).isEqualTo(3);
    assertThat(found.getLong("purchases")).isEqualTo(4);
    assertThat(found.getLong("actual.points")).isEqualTo(50 + 50 + 5);
    // 60 of the first, 40 of the 90 that the second would give; and three first purchases
    assertThat(found.getLong("simulated.points")).isEqualTo(100 + 3 * 5);
    assertThat(found.getLong("difference.points")).isEqualTo(10);
    assertThat(found.getString("difference.cost.amount")).isEqualTo("0.10");
    assertThat(found.getLong("winners")).isEqualTo(1);
    assertThat(found.getLong("losers")).isEqualTo(1);
    assertThat(found.<String>getList("gainingMost.membershipId")).containsExactly(toys.toString());
    assertThat(found.<String>getList("losingMost.membershipId")).containsExactly(home.toString());
    assertThat(found.getString("byRule.toys")).isEqualTo("100");
    Api.lots(even).then().body("items.earned", contains(5));
  }

  @Test
  void what_came_back_counts_neither_now_nor_then() {
    UUID program = Api.program();
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, program);
    Purchase kept = at(MAY, purchase(line("HOME", 4, "10")));
    Purchase gone = at(MAY, purchase(line("HOME", 1, "7")));
    others.recorded(customer, kept);
    others.recorded(customer, gone);
    others.returned(customer, new Back(kept, 1, 3));
    others.returned(customer, new Back(gone, 1, 1));
    await().untilAsserted(() -> Api.entries(membership).then().body("items.size()", equalTo(4)));

    JsonPath found = simulate(program, 1);

    assertThat(found.getLong("actual.points")).isEqualTo(10);
    assertThat(found.getLong("simulated.points")).isEqualTo(10);
    assertThat(found.getLong("purchases")).isEqualTo(1);
    assertThat(found.getList("gainingMost")).isEmpty();
  }

  @Test
  void all_members_are_looked_at_however_many_they_are() {
    UUID program = Api.program();
    buyer(program, line("HOME", 1, "50"));
    idleMembers(program, 1_100);
    buyer(program, line("HOME", 1, "30"));

    JsonPath found = simulate(program, 1);

    assertThat(found.getLong("members")).isEqualTo(2);
    assertThat(found.getLong("simulated.points")).isEqualTo(80);
  }

  @Test
  void what_can_not_be_simulated_is_refused() {
    UUID program = Api.program();

    start(
            program,
            "{\"version\":2,\"from\":\"2011-05-01T00:00:00Z\",\"to\":\"2011-06-01T00:00:00Z\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/version"));
    start(
            program,
            "{\"version\":1,\"from\":\"2011-06-01T00:00:00Z\",\"to\":\"2011-06-01T00:00:00Z\"}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/to"));
    start(
            UuidV7.next(),
            "{\"version\":1,\"from\":\"2011-05-01T00:00:00Z\",\"to\":\"2011-06-01T00:00:00Z\"}")
        .then()
        .statusCode(404);
    Api.as("manager").get("/v1/loyalty/simulations/{id}", UuidV7.next()).then().statusCode(404);
    Api.as("agent")
        .get("/v1/loyalty/simulations/{id}", UuidV7.next())
        .then()
        .statusCode(403)
        .body("type", containsString("problems"));
  }

  private UUID buyer(UUID program, PurchaseLine... lines) {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, program);
    for (int i = 0; i < lines.length; i++) {
      others.recorded(customer, at(MAY.plusSeconds(i), purchase(lines[i])));
    }
    await()
        .untilAsserted(
            () -> Api.entries(membership).then().body("items.size()", equalTo(lines.length)));
    return membership;
  }

  private void buyerOutside(UUID program) {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, program);
    others.recorded(
        customer, at(Instant.parse("2011-06-01T00:00:00Z"), purchase(line("TOYS", 1, "10"))));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));
  }

  private void idleMembers(UUID program, int number) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH c AS (INSERT INTO customer SELECT unnest(:ids::uuid[]), now() RETURNING id),
                         a AS (INSERT INTO account (id, kind, program_id, customer_id, balance, spent,
                                                    expired)
                               SELECT uuidv7(), 'MEMBER', :program, id, 0, 0, 0 FROM c
                               RETURNING id, customer_id)
                    INSERT INTO membership SELECT uuidv7(), customer_id, :program, id, now() FROM a
                    """)
                .bind("ids", Stream.generate(UuidV7::next).limit(number).toArray(UUID[]::new))
                .bind("program", program)
                .execute());
  }

  private JsonPath simulate(UUID program, int version) {
    String location =
        start(
                program,
                "{\"version\":%d,\"from\":\"2011-05-01T00:00:00Z\",\"to\":\"2011-06-01T00:00:00Z\"}"
                    .formatted(version))
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    String id = location.substring(location.lastIndexOf('/') + 1);
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofSeconds(1));
              Api.as("manager").get(location).then().body("state", equalTo("SUCCEEDED"));
            });
    Response result = Api.as("manager").get("/v1/loyalty/simulations/{id}", id);
    result.then().statusCode(200).body("version", equalTo(version));
    return result.jsonPath();
  }

  private static Response start(UUID program, String body) {
    return Api.as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(body)
        .post("/v1/loyalty/programs/{id}/simulations", program);
  }
}
