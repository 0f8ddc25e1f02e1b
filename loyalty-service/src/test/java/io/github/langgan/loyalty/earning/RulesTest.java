package io.github.langgan.loyalty.earning;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a member earns by several rules, and by terms that change. */
@QuarkusTest
class RulesTest extends LoyaltyTest {

  private static final Instant MARCH = Instant.parse("2011-03-10T10:00:00Z");

  @Test
  void a_purchase_earns_by_the_terms_of_its_time_whenever_it_is_reported() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    UUID membership = Api.membership(customer, program);
    Instant change = clock.instant().plus(Duration.ofHours(1));
    Api.terms(
            program,
            "{\"activeFrom\":\"%s\",\"earningRule\":{\"expression\":\"transaction.total * 3.0\"}}"
                .formatted(change))
        .then()
        .statusCode(201);
    clock.advance(Duration.ofHours(2));

    others.recorded(customer, at(change, purchase(line("HOME", 1, "10"))));
    others.recorded(customer, at(change.minusMillis(1), purchase(line("HOME", 1, "10"))));
    others.recorded(customer, purchase(line("HOME", 1, "2")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(30 + 10 + 2));
    Api.entries(membership).then().body("items.ruleVersion", contains(1, 1, 2));
  }

  @Test
  void what_comes_back_is_taken_by_the_terms_that_it_earned_by() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program("\"earningRule\":{\"expression\":\"transaction.total * 2.0\"}");
    UUID membership = Api.membership(customer, program);
    Purchase bought = purchase(line("HOME", 2, "5"));
    others.recorded(customer, bought);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(20));
    Api.terms(program, "{\"earningRule\":{\"expression\":\"1\"}}").then().statusCode(201);

    others.returned(customer, new Back(bought, 1, 1));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));
  }

  @Test
  void a_cap_counts_over_the_purchases_of_its_period_and_frees_what_comes_back() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "earningRules":[{"name":"base","expression":"line.amount",\
                "cap":{"points":25,"period":"MONTH"}}]"""));
    Purchase first = at(MARCH, purchase(line("HOME", 2, "10")));
    Purchase second = at(MARCH.plusSeconds(60), purchase(line("HOME", 1, "10")));
    others.recorded(customer, first);
    others.recorded(customer, second);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(25));

    others.returned(customer, new Back(first, 1, 1));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(15));
    others.recorded(customer, at(MARCH.plusSeconds(120), purchase(line("HOME", 1, "30"))));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(25));
    others.recorded(customer, at(MARCH.plus(Duration.ofDays(30)), purchase(line("HOME", 1, "7"))));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(32));
    Api.entries(membership).then().body("items.points", contains(7, 10, -10, 5, 20));
  }

  @Test
  void the_rest_of_a_capped_purchase_is_rated_within_what_was_left_then() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "earningRules":[{"name":"base","expression":"line.amount",\
                "cap":{"points":25,"period":"MONTH"}}]"""));
    Purchase first = at(MARCH, purchase(line("HOME", 2, "10")));
    Purchase second = at(MARCH.plusSeconds(60), purchase(line("HOME", 4, "10")));
    others.recorded(customer, first);
    others.recorded(customer, second);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(25));

    others.returned(customer, new Back(second, 1, 3));
    others.returned(customer, new Back(second, 1, 1));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(20));
    Api.entries(membership).then().body("items.points", contains(-5, 0, 5, 20));
  }

  @Test
  void a_rule_that_had_no_more_to_give_gives_nothing_to_the_rest() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "earningRules":[{"name":"base","expression":"line.amount",\
                "cap":{"points":10,"period":"MONTH"}},\
                {"name":"pieces","expression":"line.quantity * 5"}]"""));
    Purchase second = at(MARCH.plusSeconds(60), purchase(line("HOME", 2, "10")));
    others.recorded(customer, at(MARCH, purchase(line("HOME", 1, "10"))));
    others.recorded(customer, second);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(15 + 10));

    others.returned(customer, new Back(second, 1, 1));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(15 + 5));
  }

  @Test
  void the_first_purchase_earns_its_bonus_once() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "earningRules":[{"name":"base","expression":"line.amount"},\
                {"name":"welcome","when":"member.firstPurchase","expression":"100"}]"""));

    others.recorded(customer, purchase(line("HOME", 1, "1")));
    others.recorded(customer, purchase(line("HOME", 1, "2")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(103));
    others.recorded(customer, purchase(line("HOME", 1, "4")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(107));
  }
}
