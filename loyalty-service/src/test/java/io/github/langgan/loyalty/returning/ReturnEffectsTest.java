package io.github.langgan.loyalty.returning;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.numbered;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.assigned;
import static io.github.langgan.loyalty.testing.VoucherApi.body;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.order;
import static io.github.langgan.loyalty.testing.VoucherApi.redeemed;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order is four home things for 25 pounds each. */
@QuarkusTest
class ReturnEffectsTest extends LoyaltyTest {

  private final String number = UuidV7.next().toString();
  private final Purchase bought = numbered(number, purchase(line("HOME", 4, "25.00")));

  @Test
  void a_return_tells_what_it_took_and_what_was_gone() {
    Member siti = Member.of(others, "");
    others.recorded(siti.customer(), bought);
    await().until(() -> siti.active() == 100);
    Api.redeem(siti.membership(), 70).then().statusCode(201);

    UUID back = others.returned(siti.customer(), new Back(bought, 1, 2));

    await()
        .untilAsserted(
            () ->
                read(back)
                    .then()
                    .statusCode(200)
                    .body("purchaseIds", contains(bought.id().toString()))
                    .body("effects.effect", contains("POINTS_TAKEN_BACK", "POINTS_GONE"))
                    .body("effects.points", contains(30, 20))
                    .body("effects.undone", contains(true, false))
                    .body("effects[0].membershipId", equalTo(siti.membership().toString())));
    String entry = read(back).path("effects[0].entryId");
    Api.entries(siti.membership()).then().body("items[0].entryId", equalTo(entry));
    UUID rest = others.returned(siti.customer(), new Back(bought, 1, 2));
    await()
        .untilAsserted(
            () ->
                read(rest)
                    .then()
                    .body("effects.effect", contains("POINTS_GONE"))
                    .body("effects.points", contains(50)));
  }

  @Test
  void a_tier_that_was_only_reached_by_the_purchase_is_told_as_changed() {
    Member siti = Member.of(others, "");
    TierApi.scheme(
        siti.program(),
        """
        "basis":"SPEND","period":{"kind":"CALENDAR_YEAR"},"validity":{"days":365},\
        "downgrade":{"graceDays":0,"steps":"TO_QUALIFIED"}""");
    Purchase today = at(clock.instant(), purchase(line("HOME", 4, "25.00")));
    others.recorded(siti.customer(), today);
    await().until(() -> TierApi.code(siti.membership()).equals("SILVER"));

    UUID back = others.returned(siti.customer(), new Back(today, 1, 1));

    await()
        .untilAsserted(
            () ->
                read(back)
                    .then()
                    .statusCode(200)
                    .body("effects.effect", contains("POINTS_TAKEN_BACK", "TIER_CHANGED"))
                    .body("effects[1].fromLevel", equalTo("SILVER"))
                    .body("effects[1].toLevel", equalTo("BASIC")));
  }

  @Test
  void vouchers_are_told_as_the_returns_have_left_them() {
    UUID customer = others.registeredCustomer();
    UUID campaign = campaign(TEN_POUNDS, "\"minimumSpend\":\"60\"");
    String code = assigned(campaign, customer);
    UUID reservation = redeemed(body(customer, order(number), code));
    others.recorded(customer, bought);

    UUID first = others.returned(customer, new Back(bought, 1, 2));

    await()
        .untilAsserted(
            () ->
                read(first)
                    .then()
                    .statusCode(200)
                    .body("effects.effect", contains("VOUCHER_REDUCED", "VOUCHER_MINIMUM_MISSED"))
                    .body("effects.discount.amount", contains("5.00", "5.00"))
                    .body("effects[0].reservationId", equalTo(reservation.toString())));
    UUID second = others.returned(customer, new Back(bought, 1, 2));
    await()
        .untilAsserted(
            () ->
                read(second)
                    .then()
                    .statusCode(200)
                    .body("effects.effect", contains("VOUCHER_RESTORED"))
                    .body("effects.discount.amount", contains("10.00")));
  }

  @Test
  void a_customer_reads_its_own_only_and_a_purchase_is_no_return() {
    UUID siti = others.registeredCustomer();
    others.recorded(siti, bought);
    UUID back = others.returned(siti, new Back(bought, 1, 1));
    await()
        .untilAsserted(
            () ->
                Api.with(Tokens.customer(siti))
                    .get("/v1/loyalty/returns/{id}", back)
                    .then()
                    .statusCode(200)
                    .body("effects", empty())
                    .body("purchaseIds", hasSize(1)));

    Api.with(Tokens.customer(others.registeredCustomer()))
        .get("/v1/loyalty/returns/{id}", back)
        .then()
        .statusCode(404);
    read(bought.id().value()).then().statusCode(404);
    read(UuidV7.next()).then().statusCode(404);
    UUID nobodys = others.returned(null, new Back(bought, 1, 1));
    await().untilAsserted(() -> read(nobodys).then().statusCode(200));
    Api.with(Tokens.customer(siti)).get("/v1/loyalty/returns/{id}", nobodys).then().statusCode(404);
  }

  private static Response read(UUID transaction) {
    return Api.as("agent").get("/v1/loyalty/returns/{id}", transaction);
  }
}
