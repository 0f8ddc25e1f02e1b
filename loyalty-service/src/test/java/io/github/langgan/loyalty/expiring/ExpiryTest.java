package io.github.langgan.loyalty.expiring;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryTest extends LoyaltyTest {

  @Test
  void a_member_sees_the_whole_schedule_and_not_one_date_for_all() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "validity":{"days":30},"earningRule":{"expression":"transaction.total"}"""));
    for (int points : List.of(10, 5, 7)) {
      long before = Api.active(membership);
      others.recorded(customer, purchase(line("HOME", 1, points + ".00")));
      await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + points));
      clock.advance(Duration.ofDays(2));
    }
    List<String> dates = Api.lots(membership).jsonPath().getList("items.expiresAt");
    assertThat(dates).doesNotHaveDuplicates().hasSize(3);

    Api.redeem(membership, 12).then().statusCode(201);
    Api.expirations(membership, "")
        .then()
        .statusCode(200)
        .body("items.points", contains(3, 7))
        .body("items.expiresAt", contains(dates.get(1), dates.get(0)));
    String cursor =
        Api.expirations(membership, "?limit=1")
            .then()
            .body("items.points", contains(3))
            .extract()
            .path("nextCursor");
    Api.expirations(membership, "?limit=1&cursor=" + cursor)
        .then()
        .body("items.points", contains(7))
        .body("nextCursor", nullValue());
  }

  @Test
  void points_that_never_expire_are_not_on_the_schedule() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    others.recorded(customer, purchase(line("HOME", 1, "10.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));

    Api.expirations(membership, "").then().statusCode(200).body("items", empty());
  }

  @Test
  void points_that_were_not_spent_in_time_go_to_breakage_once() {
    UUID customer = others.registeredCustomer();
    UUID membership =
        Api.membership(
            customer,
            Api.program(
                """
                "validity":{"months":1},"earningRule":{"expression":"transaction.total"}"""));
    others.recorded(customer, purchase(line("HOME", 1, "10.00")));
    others.recorded(customer, purchase(line("HOME", 1, "5.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(15));
    Api.redeem(membership, 4).then().statusCode(201);
    clock.advance(Duration.ofDays(20));
    others.recorded(customer, purchase(line("HOME", 1, "7.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(18));

    clock.advance(Duration.ofDays(13));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(7));
    Api.read(membership)
        .then()
        .body("balance.spent", equalTo(4))
        .body("balance.expired", equalTo(11));
    Api.entries(membership)
        .then()
        .body("items.kind", contains("EXPIRED", "EARNED", "REDEEMED", "EARNED", "EARNED"))
        .body("items[0].postings.account", contains("MEMBER", "MEMBER", "BREAKAGE"))
        .body("items[0].points", equalTo(-11));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.expired"))
                    .filteredOn(event -> event.key().equals(customer))
                    .singleElement()
                    .satisfies(
                        event ->
                            assertThat(JsonPath.from(event.json()).getInt("points"))
                                .isEqualTo(11)));
  }
}
