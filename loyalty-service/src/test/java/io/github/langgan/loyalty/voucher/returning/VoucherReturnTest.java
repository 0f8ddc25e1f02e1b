package io.github.langgan.loyalty.voucher.returning;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.numbered;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.body;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.confirm;
import static io.github.langgan.loyalty.testing.VoucherApi.order;
import static io.github.langgan.loyalty.testing.VoucherApi.read;
import static io.github.langgan.loyalty.testing.VoucherApi.redeemed;
import static io.github.langgan.loyalty.testing.VoucherApi.reserve;
import static io.github.langgan.loyalty.testing.VoucherApi.reserved;
import static io.github.langgan.loyalty.testing.VoucherApi.spent;
import static io.github.langgan.loyalty.testing.VoucherApi.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order is four home things for 25 pounds each, as the partner reports it later. */
@QuarkusTest
class VoucherReturnTest extends LoyaltyTest {

  private final String number = UuidV7.next().toString();
  private final Purchase bought = numbered(number, purchase(line("HOME", 4, "25.00")));
  private UUID customer;
  private UUID campaign;
  private String code;

  @BeforeEach
  void a_voucher() {
    customer = others.registeredCustomer();
    campaign =
        campaign(
            TEN_POUNDS,
            "\"minimumSpend\":\"50\",\"usesPerCustomer\":1",
            "\"budget\":{\"maximumDiscount\":\"10\"}");
    code = VoucherApi.assigned(campaign, customer);
  }

  @Test
  void a_full_return_gives_voucher_budget_and_limit_back() {
    UUID reservation = redeemed(body(customer, order(number), code));
    others.recorded(customer, bought);

    others.returned(customer, new Back(bought, 1, 4));

    awaitState(reservation, "RESTORED", "0.00");
    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    assertThat(told("voucher.restored"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("cause")).isEqualTo("RETURNED");
              assertThat(event.getString("givenBack.amount")).isEqualTo("10.00");
            });
    reserve(body(customer, order(number), code))
        .then()
        .statusCode(200)
        .body("state", equalTo("RESTORED"));
    redeemed(body(customer, order(UuidV7.next().toString()), code));
  }

  @Test
  void partial_returns_leave_it_used_for_less_until_all_is_back() {
    UUID reservation = redeemed(body(customer, order(number), code));
    others.recorded(customer, bought);

    others.returned(customer, new Back(bought, 1, 1));
    awaitState(reservation, "REDEEMED", "7.50");
    read(reservation)
        .then()
        .body("vouchers.discount", contains("10.00"))
        .body("vouchers.keptDiscount", contains("7.50"))
        .body("vouchers.minimumKept", contains(true));
    assertThat(spent(campaign)).isEqualTo("7.50 by 1");
    others.returned(customer, new Back(bought, 1, 2));
    awaitState(reservation, "REDEEMED", "2.50");
    read(reservation).then().body("vouchers.minimumKept", contains(false));
    validate(body(customer, order("x"), code)).then().body("vouchers.reason", contains("USED_UP"));
    others.returned(customer, new Back(bought, 1, 1));

    awaitState(reservation, "RESTORED", "0.00");
    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    assertThat(told("voucher.reduced"))
        .extracting(event -> event.getString("givenBack.amount"))
        .containsExactly("2.50", "5.00");
  }

  @Test
  void a_return_that_is_heard_of_before_the_confirmation_has_its_effect_then() {
    UUID reservation = reserved(body(customer, order(number), code));
    others.recorded(customer, bought);
    others.returned(customer, new Back(bought, 1, 4));
    awaitOrder();

    confirm(reservation).then().statusCode(200).body("state", equalTo("RESTORED"));

    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    await().untilAsserted(() -> assertThat(told("voucher.restored")).hasSize(1));
    assertThat(told("voucher.redeemed")).hasSize(1);
    confirm(reservation).then().statusCode(200).body("state", equalTo("RESTORED"));
  }

  @Test
  void a_return_that_is_heard_of_before_purchase_and_reservation_has_its_effect_too() {
    others.returned(customer, new Back(bought, 1, 3));
    others.recorded(customer, bought);
    awaitOrder();

    UUID reservation = redeemed(body(customer, order(number), code));

    awaitState(reservation, "REDEEMED", "2.50");
    others.returned(customer, new Back(bought, 1, 1));
    awaitState(reservation, "RESTORED", "0.00");
  }

  @Test
  void a_return_that_is_heard_of_before_its_purchase_waits_for_it() {
    UUID reservation = redeemed(body(customer, order(number), code));
    UUID back = others.returned(customer, new Back(bought, 1, 4));
    await().until(() -> knownTransactions().contains(back));
    read(reservation).then().body("state", equalTo("REDEEMED"));

    others.recorded(customer, bought);

    awaitState(reservation, "RESTORED", "0.00");
  }

  @Test
  void what_is_told_again_has_its_effect_once() {
    UUID reservation = redeemed(body(customer, order(number), code));
    others.recorded(customer, bought);
    others.returned(customer, new Back(bought, 1, 4));
    awaitState(reservation, "RESTORED", "0.00");
    redeemed(body(customer, order(UuidV7.next().toString()), code));

    others.attributed(customer, bought);
    Purchase other = purchase(line("HOME", 1, "1.00"));
    others.recorded(customer, other);
    await().until(() -> knownTransactions().contains(other.id().value()));

    assertThat(spent(campaign)).isEqualTo("10.00 by 1");
    assertThat(told("voucher.restored")).hasSize(1);
  }

  @Test
  void an_order_that_was_cancelled_gives_nothing_back_twice() {
    UUID reservation = redeemed(body(customer, order(number), code));
    others.recorded(customer, bought);
    others.returned(customer, new Back(bought, 1, 1));
    awaitState(reservation, "REDEEMED", "7.50");
    VoucherApi.release(reservation).then().statusCode(200);
    assertThat(spent(campaign)).isEqualTo("0.00 by 0");

    UUID back = others.returned(customer, new Back(bought, 1, 3));
    await().until(() -> knownTransactions().contains(back));

    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    read(reservation).then().body("state", equalTo("RELEASED"));
  }

  @Test
  void another_partners_order_of_the_same_number_is_not_meant() {
    String other = Tokens.partner("other");
    String reservation =
        Api.with(other)
            .body(body(customer, order(number), code))
            .post("/v1/loyalty/voucher-reservations")
            .path("reservationId");
    Api.with(other)
        .post("/v1/loyalty/voucher-reservations/{id}/confirmation", reservation)
        .then()
        .statusCode(200);
    others.recorded(customer, bought);
    others.returned(customer, new Back(bought, 1, 4));
    awaitOrder();

    Api.with(other)
        .get("/v1/loyalty/voucher-reservations/{id}", reservation)
        .then()
        .body("state", equalTo("REDEEMED"));
  }

  @Test
  void returns_that_come_while_their_orders_are_confirmed_have_their_effect_once() {
    UUID many = campaign(TEN_POUNDS, "\"usesPerCode\":1,\"budget\":{\"maximumDiscount\":\"300\"}");
    List<UUID> reservations = new ArrayList<>();
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String one = UuidV7.next().toString();
      reservations.add(reserved(body(customer, order(one), VoucherApi.assigned(many, customer))));
      purchases.add(numbered(one, purchase(line("HOME", 4, "25.00"))));
      others.recorded(customer, purchases.getLast());
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        int n = i;
        threads.submit(() -> others.returned(customer, new Back(purchases.get(n), 1, 4)));
        threads.submit(() -> confirm(reservations.get(n)));
      }
    }

    reservations.forEach(one -> awaitState(one, "RESTORED", "0.00"));
    assertThat(spent(many)).isEqualTo("0.00 by 0");
  }

  @Test
  void a_voucher_whose_time_is_over_comes_back_as_its_campaign_says() {
    String ends = clock.instant().plus(Duration.ofDays(10)).toString();
    String validity = "\"validity\":{\"until\":\"" + ends + "\"}";
    String keeps = VoucherApi.assigned(campaign(TEN_POUNDS, validity), customer);
    String extended =
        VoucherApi.assigned(campaign(TEN_POUNDS, validity, "\"extendOnReturnDays\":14"), customer);
    UUID reservation = redeemed(body(customer, order(number), keeps, extended));
    others.recorded(customer, bought);
    clock.advance(Duration.ofDays(20));

    others.returned(customer, new Back(bought, 1, 4));

    awaitState(reservation, "RESTORED", "0.00");
    validate(body(customer, order("x"), keeps, extended))
        .then()
        .body("vouchers[0].reason", equalTo("EXPIRED"))
        .body("vouchers[1].applies", equalTo(true));
    clock.advance(Duration.ofDays(15));
    validate(body(customer, order("x"), extended))
        .then()
        .body("vouchers.reason", contains("EXPIRED"));
  }

  private void awaitState(UUID reservation, String state, String discount) {
    await()
        .untilAsserted(
            () ->
                read(reservation)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(state))
                    .body("discount", equalTo(discount)));
  }

  /** Until the return of the order was heard of, with its purchase. */
  private void awaitOrder() {
    await()
        .until(
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery(
                                """
                                SELECT count(*) > 0 FROM voucher_order
                                 WHERE external_id = :number AND purchase_id IS NOT NULL
                                """)
                            .bind("number", number)
                            .mapTo(Boolean.class)
                            .one()));
  }

  private List<JsonPath> told(String type) {
    return topics.published(type).stream()
        .filter(event -> event.key().equals(customer) && event.json().contains(number))
        .map(Seen::json)
        .map(JsonPath::from)
        .toList();
  }
}
