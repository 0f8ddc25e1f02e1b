package io.github.langgan.loyalty.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProgramTest extends LoyaltyTest {

  @Test
  void a_program_is_created_and_read() {
    String body =
        """
        {"name":"Langgan Club","currency":"IDR","timeZone":"Asia/Jakarta",\
        "validity":{"months":24},"rounding":"HALF_UP","earnsFrom":"ENROLMENT",\
        "earningRule":{"expression":"transaction.total / 1000.0"}}""";
    Response created = create(body, UuidV7.next().toString());

    created
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/loyalty/programs/"))
        .body("terms.version", equalTo(1))
        .body("terms.earningRules[0].name", equalTo("points"))
        .body("terms.earningRules[0].per", equalTo("TRANSACTION"))
        .body("cardPrefix", matchesPattern("7[0-9]{5}"));
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}", created.jsonPath().getString("programId"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("name", equalTo("Langgan Club"))
        .body("timeZone", equalTo("Asia/Jakarta"))
        .body("terms.expiry.kind", equalTo("ROLLING"))
        .body("terms.expiry.months", equalTo(24))
        .body("terms.rounding", equalTo("HALF_UP"))
        .body("earnsFrom", equalTo("ENROLMENT"));
    Api.as("agent").get("/v1/loyalty/programs/{id}", UuidV7.next()).then().statusCode(404);
  }

  @Test
  void what_is_left_out_has_a_usual_value() {
    create("{\"name\":\"P\",\"currency\":\"GBP\",\"earningRule\":{\"expression\":\"1\"}}", "usual")
        .then()
        .statusCode(201)
        .body("timeZone", equalTo("UTC"))
        .body("terms.expiry", nullValue())
        .body("terms.rounding", equalTo("DOWN"))
        .body("terms.activationDays", equalTo(0))
        .body("earnsFrom", equalTo("ALWAYS"));
  }

  @Test
  void a_rule_that_speaks_of_lines_is_evaluated_per_line() {
    create(
            """
            {"name":"P","currency":"GBP","earningRule":{"expression":"line.amount * 2.0"}}""",
            "lines")
        .then()
        .statusCode(201)
        .body("terms.earningRules[0].per", equalTo("LINE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transaction.totl / 1000.0            | line 1, column 12: undefined field 'totl'",
        "transaction.total > 5.0              | line 1, column 1: must yield a number",
        "transaction.total +                  | line 1, column 20: mismatched input",
      })
  void a_wrong_rule_is_refused_with_its_place(String expression, String message) {
    create(
            "{\"name\":\"P\",\"currency\":\"GBP\",\"earningRule\":{\"per\":\"TRANSACTION\","
                + "\"expression\":\"%s\"}}".formatted(expression),
            UuidV7.next().toString())
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/earningRule/expression"))
        .body("errors[0].code", equalTo("rule"))
        .body("errors[0].message", containsString(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"currency\":\"XYZ\"                                       | /currency",
        "\"currency\":\"GBP\",\"timeZone\":\"Asia/Atlantis\"        | /timeZone",
        "\"currency\":\"GBP\",\"validity\":{}                       | /validity",
        "\"currency\":\"GBP\",\"validity\":{\"months\":1,\"days\":1}| /validity",
        "\"currency\":\"GBP\",\"validity\":{\"days\":0}             | /validity/days",
        "\"currency\":\"GBP\",\"cardPrefix\":\"12\"                 | /cardPrefix",
      })
  void values_that_no_program_can_have_are_refused(String members, String pointer) {
    create(
            "{\"name\":\"P\",%s,\"earningRule\":{\"expression\":\"1\"}}".formatted(members),
            UuidV7.next().toString())
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void a_card_prefix_belongs_to_one_program() {
    String body =
        """
        {"name":"%s","currency":"GBP","cardPrefix":"605555","earningRule":{"expression":"1"}}""";

    create(body.formatted("First"), "first").then().statusCode(201);
    create(body.formatted("Second"), "second")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/cardPrefix"))
        .body("errors[0].code", equalTo("taken"));
  }

  @Test
  void without_a_key_the_same_description_is_the_same_program() {
    String body =
        """
        {"name":"Keyless","currency":"GBP","earningRule":{"expression":"%s"}}""";
    String first =
        createWithoutKey(body.formatted("1")).then().statusCode(201).extract().path("programId");

    createWithoutKey(body.formatted("1")).then().statusCode(200).body("programId", equalTo(first));
    createWithoutKey(body.formatted("2")).then().statusCode(201);
  }

  @Test
  void programs_are_listed_the_newest_first() {
    UUID older = Api.program();
    UUID newer = Api.program();

    Response page = Api.as("agent").get("/v1/loyalty/programs?limit=1");
    page.then().statusCode(200).body("items[0].programId", equalTo(newer.toString()));
    List<String> next =
        Api.as("agent")
            .get("/v1/loyalty/programs?limit=1&cursor=" + page.jsonPath().getString("nextCursor"))
            .jsonPath()
            .getList("items.programId");

    assertThat(next).containsExactly(older.toString());
  }

  @Test
  void only_who_may_administer_creates_programs() {
    Api.as("agent")
        .body("{\"name\":\"P\",\"currency\":\"GBP\",\"earningRule\":{\"expression\":\"1\"}}")
        .post("/v1/loyalty/programs")
        .then()
        .statusCode(403);
  }

  private static Response create(String body, String key) {
    return Api.as("manager").header("Idempotency-Key", key).body(body).post("/v1/loyalty/programs");
  }

  private static Response createWithoutKey(String body) {
    return Api.as("manager").body(body).post("/v1/loyalty/programs");
  }
}
