package io.github.langgan.loyalty.cardrange;

import static io.github.langgan.loyalty.testing.CardApi.createRange;
import static io.github.langgan.loyalty.testing.CardApi.range;
import static io.github.langgan.loyalty.testing.CardApi.unusedPrefix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CardRangeTest extends LoyaltyTest {

  private UUID program;

  @BeforeEach
  void a_program() {
    program = Api.program();
  }

  @Test
  void a_range_is_created_and_read() {
    String prefix = unusedPrefix(8);

    Response created =
        createRange(
            program,
            """
            {"name":"Gold by a bank","prefix":"%s","kind":"PHYSICAL","partner":"a-bank",
             "price":{"amount":"5.5","currency":"GBP"},"validMonths":36,
             "replacementFee":{"share":"0.25","freeForTiers":["PLATINUM","GOLD"],
                               "freeForReasons":["DAMAGED"]}}"""
                .formatted(prefix));

    created.then().statusCode(201);
    Api.as("agent")
        .get(created.header("Location"))
        .then()
        .statusCode(200)
        .body("name", equalTo("Gold by a bank"))
        .body("prefix", equalTo(prefix))
        .body("kind", equalTo("PHYSICAL"))
        .body("partner", equalTo("a-bank"))
        .body("capacity", equalTo(10_000_000))
        .body("price.amount", equalTo("5.50"))
        .body("replacementFee.share", equalTo("0.25"))
        .body("replacementFee.freeForTiers", contains("GOLD", "PLATINUM"))
        .body("replacementFee.freeForReasons", contains("DAMAGED"))
        .body("validMonths", equalTo(36));
    Api.as("agent")
        .get("/v1/loyalty/programs/{p}/card-ranges/{r}", Api.program(), range(created))
        .then()
        .statusCode(404);
  }

  @Test
  void a_programs_own_prefix_is_its_first_range() {
    String prefix = Api.as("agent").get("/v1/loyalty/programs/{id}", program).path("cardPrefix");
    UUID second = range(createRange(program, minimal(unusedPrefix(6))));

    list("")
        .then()
        .statusCode(200)
        .body("items[0].rangeId", equalTo(second.toString()))
        .body("items[1].prefix", equalTo(prefix))
        .body("items[1].kind", equalTo("VIRTUAL"))
        .body("items[1].partner", nullValue())
        .body("items[1].price.amount", equalTo("0.00"))
        .body("items[1].replacementFee.share", equalTo("0.50"))
        .body("items[1].replacementFee.freeForTiers", empty())
        .body("items[1].validMonths", nullValue())
        .body("items[1].capacity", equalTo(1_000_000_000));
    String cursor = list("?limit=1").path("nextCursor");
    list("?limit=1&cursor=" + cursor).then().body("items.prefix", contains(prefix));
  }

  @Test
  void what_begins_with_another_ranges_prefix_or_is_its_beginning_is_taken() {
    String prefix = unusedPrefix(8);
    createRange(program, minimal(prefix)).then().statusCode(201);

    for (String taken : List.of(prefix, prefix + "0", prefix + "99", prefix.substring(0, 7))) {
      createRange(Api.program(), minimal(taken))
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/prefix"))
          .body("errors[0].code", equalTo("taken"));
    }
    Api.as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(
            "{\"name\":\"C\",\"currency\":\"GBP\",\"cardPrefix\":\"%s\",%s}"
                .formatted(prefix.substring(0, 6), "\"earningRule\":{\"expression\":\"1\"}"))
        .post("/v1/loyalty/programs")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/cardPrefix"));
    String next = Long.toString(Long.parseLong(prefix) + 1);
    createRange(program, minimal(next)).then().statusCode(201);
  }

  @Test
  void of_ranges_that_overlap_and_come_at_once_one_is_created() throws Exception {
    String prefix = unusedPrefix(8);
    Tokens.of("manager");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> creations =
          Stream.of(prefix, prefix + "1", prefix + "12", prefix.substring(0, 7))
              .<Callable<Integer>>map(one -> () -> createRange(program, minimal(one)).statusCode())
              .toList();

      List<Integer> statuses =
          threads.invokeAll(creations).stream().map(Future::resultNow).toList();

      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 422);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'prefix':'12345'                                      | /prefix",
        "'prefix':'12345678901'                                | /prefix",
        "'price':{'amount':'5.00','currency':'IDR'}            | /price/currency",
        "'price':{'amount':'5.005','currency':'GBP'}           | /price/amount",
        "'price':{'amount':'-5.00','currency':'GBP'}           | /price/amount",
        "'replacementFee':{'share':'1.01'}                     | /replacementFee/share",
        "'replacementFee':{'share':'0.5','freeForTiers':['x']} | /replacementFee/freeForTiers/0",
        "'validMonths':0                                       | /validMonths",
      })
  void values_that_no_range_can_have_are_refused(String member, String pointer) {
    String own = member.replace('\'', '"');
    String rest = "{\"name\":\"Cards\",\"kind\":\"VIRTUAL\"";
    String prefix = own.contains("prefix") ? "" : ",\"prefix\":\"" + unusedPrefix(8) + "\"";

    createRange(program, rest + prefix + "," + own + "}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void only_who_may_administer_creates_ranges_and_only_of_programs_that_exist() {
    Api.as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(minimal(unusedPrefix(8)))
        .post("/v1/loyalty/programs/{id}/card-ranges", program)
        .then()
        .statusCode(403);
    createRange(UuidV7.next(), minimal(unusedPrefix(8))).then().statusCode(404);
    Api.as("agent")
        .get("/v1/loyalty/programs/{id}/card-ranges", UuidV7.next())
        .then()
        .statusCode(404);
  }

  @Test
  void the_same_key_creates_one_range() {
    String key = UuidV7.next().toString();
    String body = minimal(unusedPrefix(8));
    Response first = createRange(program, body, key);

    createRange(program, body, key)
        .then()
        .statusCode(201)
        .header("Location", containsString(range(first).toString()));
  }

  private Response list(String query) {
    return Api.as("agent").get("/v1/loyalty/programs/" + program + "/card-ranges" + query);
  }

  private static String minimal(String prefix) {
    return "{\"name\":\"Cards\",\"prefix\":\"%s\",\"kind\":\"VIRTUAL\"}".formatted(prefix);
  }
}
