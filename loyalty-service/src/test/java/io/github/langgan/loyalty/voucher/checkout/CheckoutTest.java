package io.github.langgan.loyalty.voucher.checkout;

import static io.github.langgan.loyalty.testing.VoucherApi.TEN_PERCENT;
import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.body;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.confirm;
import static io.github.langgan.loyalty.testing.VoucherApi.line;
import static io.github.langgan.loyalty.testing.VoucherApi.order;
import static io.github.langgan.loyalty.testing.VoucherApi.publicCode;
import static io.github.langgan.loyalty.testing.VoucherApi.read;
import static io.github.langgan.loyalty.testing.VoucherApi.redeemed;
import static io.github.langgan.loyalty.testing.VoucherApi.release;
import static io.github.langgan.loyalty.testing.VoucherApi.reserve;
import static io.github.langgan.loyalty.testing.VoucherApi.reserved;
import static io.github.langgan.loyalty.testing.VoucherApi.spent;
import static io.github.langgan.loyalty.testing.VoucherApi.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckoutTest extends LoyaltyTest {

  private final String number = UuidV7.next().toString();

  @Test
  void a_validation_tells_what_applies_to_which_line_and_changes_nothing() {
    String percent = publicCode(TEN_PERCENT, "\"usesPerCode\":1");
    UUID customer = others.registeredCustomer();
    String amount =
        VoucherApi.assigned(
            campaign(TEN_POUNDS, "\"scope\":{\"categories\":[\"HOME\"]}"), customer);
    String two = order(number, line("HOME", 2, "30.00"), line("TOYS", 1, "40.00"));

    for (int i = 0; i < 2; i++) {
      validate(body(customer, two, amount, percent))
          .then()
          .statusCode(200)
          .body("total", equalTo("100.00"))
          .body("discount", equalTo("20.00"))
          .body("toPay", equalTo("80.00"))
          .body("vouchers.code", contains(amount, percent))
          .body("vouchers.applies", contains(true, true))
          .body("vouchers.discount", contains("10.00", "10.00"))
          .body("vouchers[0].lines", contains("10.00", "0.00"))
          .body("vouchers[1].lines", contains("6.00", "4.00"));
    }
  }

  @Test
  void each_refused_code_has_its_reason() {
    UUID customer = others.registeredCustomer();
    String other = VoucherApi.assigned(campaign(TEN_POUNDS), others.registeredCustomer());
    UUID closed = campaign(TEN_POUNDS);
    String ofClosed = VoucherApi.assigned(closed, customer);
    VoucherApi.close(closed);
    String late = publicCode(TEN_POUNDS, "\"usesPerCode\":9,\"minimumSpend\":\"100.01\"");
    String mistyped = (other.startsWith("0") ? "1" : "0") + other.substring(1);

    validate(body(customer, order(number), other, ofClosed, late, mistyped, "NO-SUCH-CODE-U"))
        .then()
        .statusCode(200)
        .body("discount", equalTo("0.00"))
        .body(
            "vouchers.reason",
            contains(
                "OTHER_CUSTOMER",
                "CLOSED",
                "MINIMUM_NOT_REACHED",
                "MISTYPED_CODE",
                "UNKNOWN_CODE"));
  }

  @Test
  void what_is_held_is_used_once_and_told() {
    UUID customer = others.registeredCustomer();
    UUID campaign = campaign(TEN_POUNDS, "\"budget\":{\"maximumDiscount\":\"100\"}");
    String code = VoucherApi.assigned(campaign, customer);

    UUID reservation = reserved(body(customer, order(number), code));

    read(reservation)
        .then()
        .statusCode(200)
        .body("state", equalTo("HELD"))
        .body("discount", equalTo("10.00"))
        .body("toPay", equalTo("90.00"));
    assertThat(spent(campaign)).isEqualTo("10.00 by 1");
    validate(body(customer, order("another"), code))
        .then()
        .body("vouchers.reason", contains("USED_UP"));
    confirm(reservation)
        .then()
        .statusCode(200)
        .header("Langgan-Position", startsWith("crm.loyalty/" + customer))
        .body("state", equalTo("REDEEMED"))
        .body("endedAt", notNullValue());
    confirm(reservation).then().statusCode(200).header("ETag", equalTo("\"2\""));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("voucher.redeemed"))
                    .filteredOn(event -> event.key().equals(customer))
                    .singleElement()
                    .satisfies(
                        event ->
                            assertThat(event.json())
                                .contains(reservation.toString(), number)
                                .doesNotContain(code)));
    assertThat(spent(campaign)).isEqualTo("10.00 by 1");
  }

  @Test
  void the_same_order_again_is_the_same_and_another_content_is_refused() {
    String code = publicCode(TEN_POUNDS, "\"usesPerCode\":2");
    String body = body(null, order(number), code);
    UUID reservation = reserved(body);

    reserve(body).then().statusCode(200).body("reservationId", equalTo(reservation.toString()));
    reserve(body(null, order(number).replace("25.00", "25.0"), code.toLowerCase()))
        .then()
        .statusCode(200);
    reserve(body(null, order(number, line("HOME", 4, "26.00")), code))
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/voucher-order-conflict"))
        .body("reservationId", equalTo(reservation.toString()));
    confirm(reservation).then().statusCode(200);
    reserve(body).then().statusCode(200).body("state", equalTo("REDEEMED"));
    reserve(body(null, order(number, line("HOME", 1, "26.00")), code)).then().statusCode(409);
    redeemed(body(null, order(UuidV7.next().toString()), code));
    reserve(body(null, order(UuidV7.next().toString()), code))
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/vouchers-refused"))
        .body("vouchers.reason", contains("USED_UP"));
  }

  @Test
  void all_are_held_or_none() {
    UUID campaign = campaign(TEN_POUNDS, "\"budget\":{\"maximumRedemptions\":3}");
    String good = VoucherApi.assigned(campaign, others.registeredCustomer());
    UUID customer = others.registeredCustomer();
    String own = VoucherApi.assigned(campaign(TEN_POUNDS), customer);

    reserve(body(customer, order(number), own, good))
        .then()
        .statusCode(409)
        .body("vouchers.code", contains(good))
        .body("vouchers.reason", contains("OTHER_CUSTOMER"));

    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    assertThat(orders()).isZero();
    reserved(body(customer, order(number), own));
  }

  @Test
  void what_is_let_go_can_be_used_again() {
    UUID campaign = campaign(TEN_POUNDS, "\"budget\":{\"maximumDiscount\":\"10\"}");
    UUID customer = others.registeredCustomer();
    String code = VoucherApi.assigned(campaign, customer);
    UUID first = reserved(body(customer, order(number), code));

    release(first).then().statusCode(200).body("state", equalTo("RELEASED"));
    release(first).then().statusCode(200);
    confirm(first)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/voucher-reservation-over"))
        .body("state", equalTo("RELEASED"));

    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    redeemed(body(customer, order(number), code));
  }

  @Test
  void an_order_that_is_cancelled_after_all_gives_its_vouchers_back() {
    UUID campaign = campaign(TEN_POUNDS, "\"budget\":{\"maximumDiscount\":\"10\"}");
    UUID customer = others.registeredCustomer();
    String code = VoucherApi.assigned(campaign, customer);
    UUID first = redeemed(body(customer, order(number), code));

    release(first).then().statusCode(200).body("state", equalTo("RELEASED"));

    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("voucher.restored"))
                    .filteredOn(event -> event.key().equals(customer))
                    .singleElement()
                    .satisfies(event -> assertThat(event.json()).contains("CANCELLED")));
    redeemed(body(customer, order(number), code));
  }

  @Test
  void what_is_overdue_holds_nothing_from_its_moment_on() {
    UUID campaign = campaign(TEN_POUNDS, "\"budget\":{\"maximumDiscount\":\"10\"}");
    UUID customer = others.registeredCustomer();
    String code = VoucherApi.assigned(campaign, customer);
    String again = VoucherApi.assigned(campaign, customer);
    UUID first =
        reserved(body(customer, order(number), code).replaceAll("}$", ",\"holdForSeconds\":30}"));
    validate(body(customer, order("x"), again))
        .then()
        .body("vouchers.reason", contains("BUDGET_SPENT"));

    // less than the period of the work that clears up
    clock.advance(Duration.ofSeconds(30));

    read(first).then().body("state", equalTo("EXPIRED"));
    validate(body(customer, order("x"), code)).then().body("vouchers.applies", contains(true));
    UUID second = reserved(body(customer, order(number), again));
    confirm(first).then().statusCode(409).body("state", equalTo("EXPIRED"));
    confirm(second).then().statusCode(200);
    assertThat(spent(campaign)).isEqualTo("10.00 by 1");
    release(first).then().statusCode(200);
    assertThat(spent(campaign)).isEqualTo("10.00 by 1");
  }

  @Test
  void what_is_overdue_is_cleared_up_by_itself() {
    UUID campaign = campaign(TEN_POUNDS, "\"budget\":{\"maximumDiscount\":\"10\"}");
    UUID customer = others.registeredCustomer();
    reserved(body(customer, order(number), VoucherApi.assigned(campaign, customer)));

    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(5));
              assertThat(spent(campaign)).isEqualTo("0.00 by 0");
            });
  }

  @Test
  void a_customer_uses_a_campaign_as_often_as_it_may() {
    String code = publicCode(TEN_POUNDS, "\"usesPerCustomer\":1");
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    String card = Api.enrol(customer, program).then().statusCode(201).extract().path("card.number");

    reserve(body(null, order(number), code))
        .then()
        .statusCode(409)
        .body("vouchers.reason", contains("CUSTOMER_NEEDED"));
    redeemed(body(customer, order(number), code));
    validate(
            body(null, order("x"), code)
                .replace("\"order\"", "\"card\":\"" + card + "\",\"order\""))
        .then()
        .statusCode(200)
        .body("vouchers.reason", contains("LIMIT_REACHED"));
    redeemed(body(others.registeredCustomer(), order(UuidV7.next().toString()), code));
  }

  @Test
  void partners_see_their_own_reservations_only() {
    String code = publicCode(TEN_POUNDS, "\"usesPerCode\":5");
    UUID reservation = reserved(body(null, order(number), code));
    var stranger = Tokens.partner("other");

    Api.with(stranger)
        .get("/v1/loyalty/voucher-reservations/{id}", reservation)
        .then()
        .statusCode(404);
    Api.with(stranger)
        .post("/v1/loyalty/voucher-reservations/{id}/confirmation", reservation)
        .then()
        .statusCode(404);
    Api.with(stranger)
        .post("/v1/loyalty/voucher-reservations/{id}/release", reservation)
        .then()
        .statusCode(404);
    Api.with(stranger)
        .body(body(null, order(number).replace("{\"ext", "{\"partner\":\"acme\",\"ext"), code))
        .post("/v1/loyalty/voucher-reservations")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/order/partner"));
    Api.as("agent")
        .get("/v1/loyalty/voucher-reservations/{id}", reservation)
        .then()
        .statusCode(200)
        .body("partner", equalTo("acme"));
    Api.as("agent")
        .body(body(null, order(number), code))
        .post("/v1/loyalty/voucher-validations")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/order/partner"));
    Api.as("marketer")
        .get("/v1/loyalty/voucher-reservations/{id}", reservation)
        .then()
        .statusCode(403);
    read(UuidV7.next()).then().statusCode(404);
  }

  @Test
  void who_guesses_codes_is_answered_nothing_for_a_while() {
    String guesser = Tokens.of("agent", java.util.Map.of("client_id", "guesser-" + number));
    String code = publicCode(TEN_POUNDS, "\"usesPerCode\":5");
    String staffs = order(number).replace("{\"ext", "{\"partner\":\"acme\",\"ext");
    for (int i = 0; i < 20; i++) {
      Api.with(guesser)
          .body(body(null, staffs, "GUESS-" + i))
          .post("/v1/loyalty/voucher-validations")
          .then()
          .statusCode(200);
    }

    Api.with(guesser)
        .body(body(null, staffs, code))
        .post("/v1/loyalty/voucher-validations")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
    Api.with(guesser)
        .body(body(null, staffs, code))
        .post("/v1/loyalty/voucher-reservations")
        .then()
        .statusCode(429);
    validate(body(null, order(number), code)).then().statusCode(200);

    clock.advance(Duration.ofMinutes(1));
    Api.with(guesser)
        .body(body(null, staffs, code))
        .post("/v1/loyalty/voucher-validations")
        .then()
        .statusCode(200)
        .body("vouchers.applies", contains(true));
  }

  @Test
  void bad_orders_are_refused_where_they_are_bad() {
    String code = publicCode(TEN_POUNDS, "\"usesPerCode\":5");

    refused("/codes/1", body(null, order(number), code, code.toLowerCase()));
    refused("/order/currency", body(null, order(number).replace("GBP", "XYZ"), code));
    refused(
        "/order/lines/0/discount",
        body(null, order(number).replace("\"25.00\"", "\"25.00\",\"discount\":\"100.01\""), code));
    refused("/order/lines", body(null, order(number, new String[0]), code));
    refused("/codes", body(null, order(number)));
    validate(body(UuidV7.next(), order(number), code))
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-customer"));
    refused(
        "/card",
        body(null, order(number), code)
            .replace("\"order\"", "\"card\":\"7000000000000000\",\"order\""));
    reserve(body(null, order(number), code).replaceAll("}$", ",\"holdForSeconds\":86401}"))
        .then()
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors.pointer", equalTo(List.of("/holdForSeconds")));
  }

  private long orders() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM voucher_order WHERE external_id = :id")
                .bind("id", number)
                .mapTo(Long.class)
                .one());
  }

  private static void refused(String pointer, String body) {
    validate(body).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }
}
