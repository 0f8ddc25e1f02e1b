package io.github.langgan.loyalty.model.card;

import static io.github.langgan.loyalty.testing.CardApi.createRange;
import static io.github.langgan.loyalty.testing.CardApi.range;
import static io.github.langgan.loyalty.testing.CardApi.unusedPrefix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.CardApi;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A range with the longest prefix, of whose hundred thousand numbers almost all are taken. */
@QuarkusTest
class FullRangeTest extends LoyaltyTest {

  private UUID membership;
  private UUID range;
  private String prefix;

  @BeforeEach
  void a_member() {
    UUID program = Api.program();
    membership = Api.membership(others.registeredCustomer(), program);
    prefix = unusedPrefix(10);
    range =
        range(
            createRange(
                program,
                "{\"name\":\"Few\",\"prefix\":\"%s\",\"kind\":\"VIRTUAL\"}".formatted(prefix)));
  }

  @AfterEach
  void no_other_test_reads_so_many() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM card WHERE range_id = ?", range));
  }

  @Test
  void the_last_numbers_are_found_and_then_the_range_is_full() {
    takenBut(0, 31_415, 99_999);

    Set<String> last = Set.of(number(issue()), number(issue()), number(issue()));

    assertThat(last).containsExactlyInAnyOrder(at(0), at(31_415), at(99_999));
    issue().then().statusCode(409).body("type", endsWith("/problems/card-range-full"));
  }

  @Test
  void of_ten_who_want_the_last_two_numbers_at_once_two_get_one_each() throws Exception {
    takenBut(500, 501);
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Response> issue = this::issue;
      List<Response> answers =
          threads.invokeAll(Collections.nCopies(10, issue)).stream()
              .map(Future::resultNow)
              .toList();

      assertThat(answers.stream().filter(one -> one.statusCode() == 409)).hasSize(8);
      assertThat(answers.stream().filter(one -> one.statusCode() == 201).map(this::number))
          .containsExactlyInAnyOrder(at(500), at(501));
    }
  }

  private void takenBut(long... free) {
    Set<Long> left = LongStream.of(free).boxed().collect(Collectors.toSet());
    String[] taken =
        LongStream.range(0, 100_000)
            .filter(place -> !left.contains(place))
            .mapToObj(this::at)
            .toArray(String[]::new);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO card (id, number, membership_id, range_id, issue, state, issued_at,
                                      activated_at, version)
                    SELECT uuidv7(), number, :membership, :range, 1, 'ACTIVE', now(), now(), 1
                      FROM unnest(:numbers::text[]) AS number
                    """)
                .bind("membership", membership)
                .bind("range", range)
                .bind("numbers", taken)
                .execute());
  }

  private String at(long place) {
    return CardNumber.at(prefix, place).digits();
  }

  private Response issue() {
    return CardApi.issue(membership, "{\"rangeId\":\"%s\"}".formatted(range));
  }

  private String number(Response issued) {
    return issued.then().statusCode(201).extract().path("number");
  }
}
