package io.github.langgan.loyalty.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TermsTest extends LoyaltyTest {

  private static final String BASE = "{\"name\":\"base\",\"expression\":\"line.amount\"}";

  @Test
  void a_program_gets_new_terms_that_count_from_a_time_on() {
    UUID program = Api.program();
    String later = clock.instant().plus(Duration.ofDays(1)).toString();

    write(
            program,
            """
            {"activeFrom":"%s","rounding":"UP","expiry":{"kind":"END_OF_PERIOD","period":"YEAR","later":1},\
            "activationDays":14,"pointCost":"0.008","earningRules":[%s,\
            {"name":"toys","per":"LINE","when":"line.category == 'TOYS'","effect":"FACTOR",\
            "expression":"2","priority":-1,"group":"toys","last":true,\
            "cap":{"points":500,"period":"MONTH"}}],"excluded":{"categories":["TOBACCO"]}}"""
                .formatted(later, BASE))
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/loyalty/programs/" + program + "/versions/2"))
        .body("version", equalTo(2))
        .body("expiry.period", equalTo("YEAR"))
        .body("earningRules.name", contains("base", "toys"))
        .body("earningRules.per", contains("LINE", "LINE"))
        .body("earningRules[1].cap.points", equalTo(500))
        .body("excluded.categories", contains("TOBACCO"))
        .body("pointCost", equalTo("0.008"));

    Api.as("agent")
        .get("/v1/loyalty/programs/{id}", program)
        .then()
        .body("terms.version", equalTo(1));
    clock.advance(Duration.ofDays(2));
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}", program)
        .then()
        .header("ETag", equalTo("\"2\""))
        .body("terms.version", equalTo(2))
        .body("terms.activationDays", equalTo(14));
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/versions", program)
        .then()
        .statusCode(200)
        .body("items.version", contains(1, 2));
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/versions/2", program)
        .then()
        .statusCode(200)
        .body("rounding", equalTo("UP"));
    Api.as("agent").get("/v1/loyalty/programs/{id}/versions/3", program).then().statusCode(404);
  }

  @Test
  void terms_can_not_change_what_was_bought_already() {
    UUID program = Api.program();

    write(
            program,
            "{\"activeFrom\":\"2026-01-01T00:00:00Z\",\"earningRules\":[%s]}".formatted(BASE))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/activeFrom"));
    assertThat(versions(program)).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'name':'base','expression':'1'}                         | /earningRules/1/name  | another rule's name",
        "{'expression':'1'}                                       | /earningRules/1/name  | must be named",
        "{'name':'x','expression':'transaction.totl'}             | /earningRules/1/expression | column 12: undefined field",
        "{'name':'x','expression':'1','when':'line.amount'}       | /earningRules/1/when  | must yield true or false",
        "{'name':'x','expression':'1','when':'member.age > 5'}    | /earningRules/1/when  | column 7: undefined field 'age'",
        "{'name':'x','expression':'1','group':'g','per':'TRANSACTION'} | /earningRules/1/group | per LINE",
        "{'name':'x','expression':'1','cap':{'points':0,'period':'DAY'}} | /earningRules/1/cap/points | greater than 0",
        "{'name':'X Y','expression':'1'}                          | /earningRules/1/name  | match",
      })
  void a_wrong_rule_is_refused_with_its_place(String rule, String pointer, String message) {
    UUID program = Api.program();
    String group = BASE.replace("}", ",\"group\":\"g\"}");

    write(program, "{\"earningRules\":[%s,%s]}".formatted(group, rule.replace('\'', '"')))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].message", containsString(message));
    assertThat(versions(program)).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'expiry':{'kind':'ROLLING'}                                  | /expiry",
        "'expiry':{'kind':'ROLLING','months':0}                       | /expiry",
        "'expiry':{'kind':'ROLLING','months':1,'month':2}             | /expiry",
        "'expiry':{'kind':'FIXED','month':2}                          | /expiry",
        "'expiry':{'kind':'FIXED','month':2,'day':30}                 | /expiry",
        "'expiry':{'kind':'INACTIVITY'}                               | /expiry",
        "'expiry':{'kind':'INACTIVITY','months':0}                    | /expiry",
        "'expiry':{'kind':'INACTIVITY','days':9,'later':1}            | /expiry",
        "'expiry':{'kind':'END_OF_PERIOD'}                            | /expiry",
        "'expiry':{'kind':'END_OF_PERIOD','period':'YEAR','days':3}   | /expiry",
        "'expiry':{'kind':'ROLLING','months':1},'validity':{'days':1} | /validity",
        "'partnerShares':[{'partner':'acme','share':'0'}]             | /partnerShares/0/share",
        "'partnerShares':[{'partner':'acme','share':'1.0001'}]        | /partnerShares/0/share",
        "'partnerShares':[{'partner':'acme','share':'0.12345'}]       | /partnerShares/0/share",
        "'partnerShares':[{'partner':'a','share':'1'},{'partner':'a','share':'1'}] | /partnerShares/1/partner",
        "'pointCost':'-1'                                             | /pointCost",
        "'pointCost':'1e3'                                            | /pointCost",
        "'activationDays':-1                                          | /activationDays",
        "'earningRule':{'expression':'1'}                             | /earningRules",
      })
  void values_that_no_program_can_promise_are_refused(String members, String pointer) {
    UUID program = Api.program();

    write(program, "{%s,\"earningRules\":[%s]}".formatted(members.replace('\'', '"'), BASE))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void terms_written_at_the_same_time_get_numbers_of_their_own() throws Exception {
    UUID program = Api.program();
    Callable<Integer> writing =
        () -> write(program, "{\"earningRules\":[%s]}".formatted(BASE)).statusCode();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> writing).toList())) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
    assertThat(versions(program)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void only_who_may_administer_writes_terms() {
    UUID program = Api.program();

    Api.as("agent")
        .header("Idempotency-Key", "agents")
        .body("{\"earningRules\":[%s]}".formatted(BASE))
        .post("/v1/loyalty/programs/{id}/versions", program)
        .then()
        .statusCode(403);
    write(UuidV7.next(), "{\"earningRules\":[%s]}".formatted(BASE)).then().statusCode(404);
  }

  private static List<Integer> versions(UUID program) {
    return Api.as("agent")
        .get("/v1/loyalty/programs/{id}/versions", program)
        .jsonPath()
        .getList("items.version");
  }

  private static Response write(UUID program, String body) {
    return Api.terms(program, body);
  }
}
