package io.github.langgan.loyalty.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.card.CardNumber;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrolmentTest extends LoyaltyTest {

  @Test
  void a_customer_becomes_a_member_with_a_card() {
    UUID customer = others.registeredCustomer();
    UUID program =
        Api.program(
            "\"cardPrefix\":\"604321\",\"earningRule\":{\"expression\":\"transaction.total\"}");

    var answer = Api.enrol(customer, program);

    answer
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/loyalty/memberships/"))
        .header("Langgan-Position", startsWith("crm.loyalty/" + customer))
        .header("ETag", equalTo("\"0\""))
        .body("balance.active", equalTo(0))
        .body("balance.pending", equalTo(0))
        .body("card.number", startsWith("604321"));
    String card = answer.jsonPath().getString("card.number");
    assertThat(CardNumber.isValid(card)).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("membership.opened"))
                    .filteredOn(event -> event.key().equals(customer))
                    .singleElement()
                    .satisfies(
                        event -> {
                          JsonPath json = JsonPath.from(event.json());
                          assertThat(json.getString("cardNumber")).isEqualTo(card);
                          assertThat(json.getString("programName")).isEqualTo("Club");
                        }));
  }

  @Test
  void enrolling_again_answers_the_membership_that_exists() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    UUID membership = Api.membership(customer, program);

    Api.enrol(customer, program)
        .then()
        .statusCode(200)
        .body("membershipId", equalTo(membership.toString()));
  }

  @Test
  void enrolling_ten_times_at_once_opens_one_membership() throws Exception {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> enrol = () -> Api.enrol(customer, program).statusCode();
      List<Integer> statuses =
          threads.invokeAll(Collections.nCopies(10, enrol)).stream()
              .map(Future::resultNow)
              .toList();

      assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
    }
  }

  @Test
  void unknown_customers_and_programs_are_refused() {
    Api.enrol(UuidV7.next(), Api.program())
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-customer"))
        .body("errors[0].pointer", equalTo("/customerId"));
    Api.enrol(others.registeredCustomer(), UuidV7.next())
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-program"))
        .body("errors[0].pointer", equalTo("/programId"));
  }

  @Test
  void a_customer_that_a_transaction_only_named_can_not_be_enrolled() {
    UUID named = UuidV7.next();
    var bought =
        io.github.langgan.loyalty.testing.Purchases.purchase(
            io.github.langgan.loyalty.testing.Purchases.line("HOME", 1, "1.00"));
    others.recorded(named, bought);
    await().untilAsserted(() -> assertThat(knownTransactions()).contains(bought.id().value()));

    Api.enrol(named, Api.program()).then().statusCode(422);
  }
}
