package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of the voucher API in the words of the tests. */
public final class VoucherApi {

  public static final String TEN_PERCENT = "\"discount\":{\"kind\":\"PERCENT\",\"percent\":\"10\"}";
  public static final String TEN_POUNDS = "\"discount\":{\"kind\":\"AMOUNT\",\"amount\":\"10.00\"}";

  private VoucherApi() {}

  /**
   * @param members of the JSON beyond name and currency
   */
  public static Response create(String members) {
    return Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"name\":\"Spring\",\"currency\":\"GBP\",%s}".formatted(members))
        .post("/v1/loyalty/voucher-campaigns");
  }

  public static UUID campaign(String... members) {
    return create(String.join(",", members))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("campaignId");
  }

  /** A name that no other test uses. */
  public static String publicName() {
    return "WELCOME-" + UuidV7.next().toString().substring(14).replace("-", "").toUpperCase();
  }

  /** A public code; answers it. */
  public static String publicCode(String... members) {
    String name = publicName();
    campaign(String.join(",", members), "\"publicCode\":\"" + name + "\"");
    return name;
  }

  public static Response make(UUID campaign, int count) {
    return Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"count\":%d}".formatted(count))
        .post("/v1/loyalty/voucher-campaigns/{id}/vouchers", campaign);
  }

  public static Response assign(UUID campaign, UUID customer) {
    return Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"customerId\":\"%s\"}".formatted(customer))
        .post("/v1/loyalty/voucher-campaigns/{id}/vouchers/assigned", campaign);
  }

  /** Its code. */
  public static String assigned(UUID campaign, UUID customer) {
    return assign(campaign, customer).then().statusCode(201).extract().path("code");
  }

  public static Response close(UUID campaign) {
    return Api.as("marketer").post("/v1/loyalty/voucher-campaigns/{id}/closure", campaign);
  }

  /** Discount and redemptions, as one text. */
  public static String spent(UUID campaign) {
    var json = Api.as("marketer").get("/v1/loyalty/voucher-campaigns/{id}/budget", campaign);
    return json.path("discount") + " by " + json.path("redemptions");
  }

  public static String line(String category, int quantity, String unitPrice) {
    return """
        {"product":"85123A","category":"%s","quantity":%d,"unitPrice":"%s"}"""
        .formatted(category, quantity, unitPrice);
  }

  /** One line of home things for 100 pounds. */
  public static String order(String externalId) {
    return order(externalId, line("HOME", 4, "25.00"));
  }

  public static String order(String externalId, String... lines) {
    return """
        {"externalId":"%s","currency":"GBP","lines":[%s]}"""
        .formatted(externalId, String.join(",", lines));
  }

  public static String body(@Nullable UUID customer, String order, String... codes) {
    return """
        {"codes":[%s],%s"order":%s}"""
        .formatted(
            Arrays.stream(codes).map(code -> "\"" + code + "\"").collect(Collectors.joining(",")),
            customer == null ? "" : "\"customerId\":\"" + customer + "\",",
            order);
  }

  public static Response validate(String body) {
    return partner().body(body).post("/v1/loyalty/voucher-validations");
  }

  public static Response reserve(String body) {
    return partner().body(body).post("/v1/loyalty/voucher-reservations");
  }

  /** Answers the reservation's id. */
  public static UUID reserved(String body) {
    return reserve(body).then().statusCode(201).extract().jsonPath().getUUID("reservationId");
  }

  public static Response confirm(UUID reservation) {
    return partner().post("/v1/loyalty/voucher-reservations/{id}/confirmation", reservation);
  }

  public static Response release(UUID reservation) {
    return partner().post("/v1/loyalty/voucher-reservations/{id}/release", reservation);
  }

  public static Response read(UUID reservation) {
    return partner().get("/v1/loyalty/voucher-reservations/{id}", reservation);
  }

  /** Reserves and confirms; answers the reservation's id. */
  public static UUID redeemed(String body) {
    UUID reservation = reserved(body);
    confirm(reservation).then().statusCode(200);
    return reservation;
  }

  private static io.restassured.specification.RequestSpecification partner() {
    return Api.with(Tokens.partner("acme"));
  }
}
