package io.github.langgan.loyalty.returning;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReturningTest extends LoyaltyTest {

  private UUID customer;
  private UUID membership;

  @BeforeEach
  void a_member() {
    customer = others.registeredCustomer();
    membership = Api.membership(customer, Api.program());
  }

  @Test
  void partial_returns_take_points_back_until_none_are_left() {
    Purchase bought = purchase(line("HOME", 3, "3.50"), line("TOYS", 1, "0.75"));
    others.recorded(customer, bought);
    awaitActive(11);

    others.returned(customer, new Back(bought, 1, 1));
    awaitActive(7);
    UUID last = others.returned(customer, new Back(bought, 1, 2), new Back(bought, 2, 1));
    awaitActive(0);

    Api.entries(membership)
        .then()
        .body("items.kind", contains("RETURNED", "RETURNED", "EARNED"))
        .body("items.points", contains(-7, -4, 11))
        .body("items[0].transactionId", equalTo(last.toString()));
    Api.lots(membership).then().body("items.reversed", contains(11));
    assertThat(reversed(last))
        .singleElement()
        .satisfies(event -> assertThat(JsonPath.from(event.json()).getInt("points")).isEqualTo(7));
  }

  @Test
  void a_return_of_several_purchases_takes_from_each() {
    Purchase first = purchase(line("HOME", 1, "10.00"));
    Purchase second = purchase(line("HOME", 2, "10.00"));
    others.recorded(customer, first);
    others.recorded(customer, second);
    awaitActive(30);

    others.returned(customer, new Back(first, 1, 1), new Back(second, 1, 1));

    awaitActive(10);
    Api.lots(membership).then().body("items.remaining", contains(10, 0));
  }

  @Test
  void points_that_are_spent_already_are_a_shortfall_and_never_a_debt() {
    Purchase bought = purchase(line("HOME", 1, "10.00"));
    others.recorded(customer, bought);
    awaitActive(10);
    Api.redeem(membership, 7).then().statusCode(201);

    UUID back = others.returned(customer, new Back(bought, 1, 1));

    await().untilAsserted(() -> assertThat(reversed(back)).hasSize(1));
    JsonPath event = JsonPath.from(reversed(back).getFirst().json());
    assertThat(event.getInt("points")).isEqualTo(3);
    assertThat(event.getInt("shortfall")).isEqualTo(7);
    assertThat(Api.active(membership)).isZero();
    Api.entries(membership).then().body("items[0].shortfall", equalTo(7));
  }

  @Test
  void when_the_own_points_are_spent_the_next_to_expire_are_taken() {
    Purchase first = purchase(line("HOME", 1, "10.00"));
    others.recorded(customer, first);
    awaitActive(10);
    Api.redeem(membership, 6).then().statusCode(201);
    others.recorded(customer, purchase(line("HOME", 1, "20.00")));
    awaitActive(24);

    others.returned(customer, new Back(first, 1, 1));

    awaitActive(14);
    Api.lots(membership)
        .then()
        .body("items.remaining", contains(14, 0))
        .body("items.reversed", contains(6, 4));
  }

  @Test
  void a_return_that_comes_before_its_purchase_is_kept_for_it() {
    Purchase bought = purchase(line("HOME", 4, "2.50"));
    UUID back = others.returned(customer, new Back(bought, 1, 1));
    await().untilAsserted(() -> assertThat(reversed(back)).hasSize(1));
    assertThat(knownTransactions()).doesNotContain(bought.id().value());

    others.recorded(customer, bought);

    awaitActive(7);
    Api.entries(membership).then().body("items.points", contains(-3, 10, 0));
    assertThat(reversed(back)).hasSize(2);
  }

  @Test
  void what_nobody_or_another_returns_is_taken_from_who_earned_it() {
    UUID other = others.registeredCustomer();
    UUID othersMembership = Api.membership(other, Api.program());
    Purchase bought = purchase(line("HOME", 4, "2.50"));
    others.recorded(customer, bought);
    awaitActive(10);

    others.returned(null, new Back(bought, 1, 1));
    awaitActive(7);
    UUID back = others.returned(other, new Back(bought, 1, 1));
    awaitActive(5);

    assertThat(Api.active(othersMembership)).isZero();
    assertThat(reversed(back)).extracting(Seen::key).containsExactlyInAnyOrder(customer, other);
  }

  @Test
  void a_return_of_nothing_known_is_told_with_no_points() {
    UUID back = others.returned(customer);

    await().untilAsserted(() -> assertThat(reversed(back)).hasSize(1));
    assertThat(JsonPath.from(reversed(back).getFirst().json()).getInt("points")).isZero();
  }

  private void awaitActive(long points) {
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(points));
  }

  private List<Seen> reversed(UUID back) {
    return topics.published("points.reversed").stream()
        .filter(event -> event.json().contains(back.toString()))
        .toList();
  }
}
