package io.github.langgan.loyalty.compensating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompensationTest extends LoyaltyTest {

  @Test
  void promised_points_are_given_to_the_oldest_membership() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    UUID younger = Api.membership(customer, Api.program());

    UUID compensation = others.promised(customer, 500);

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(500));
    assertThat(Api.active(younger)).isZero();
    Api.entries(membership)
        .then()
        .body("items.kind", contains("COMPENSATED"))
        .body("items[0].compensationId", equalTo(compensation.toString()))
        .body("items[0].postings.account", contains("MEMBER", "COMPENSATION"));
    Api.lots(membership).then().body("items[0].transactionId", nullValue());
    await().untilAsserted(() -> assertThat(told("points.compensated", compensation)).isEqualTo(1));
  }

  @Test
  void a_promise_is_answered_once_even_under_another_event() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    UUID compensation = others.promised(customer, 500);
    others.promised(customer, compensation, 500);
    others.promised(customer, 1);

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(501));
    await().untilAsserted(() -> assertThat(told("points.compensated", compensation)).isEqualTo(1));
  }

  @Test
  void who_is_no_member_can_not_be_given_points() {
    UUID compensation = others.promised(others.registeredCustomer(), 500);

    await()
        .untilAsserted(
            () -> assertThat(told("points.compensation-refused", compensation)).isEqualTo(1));
    assertThat(told("points.compensated", compensation)).isZero();
  }

  private long told(String type, UUID compensation) {
    return topics.published(type).stream()
        .filter(event -> event.json().contains(compensation.toString()))
        .count();
  }
}
