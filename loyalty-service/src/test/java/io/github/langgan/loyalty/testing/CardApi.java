package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Calls that are about cards, in the words of the tests. */
public final class CardApi {

  private CardApi() {}

  /** Programs that get a prefix from the service get one that begins with 7. */
  public static String unusedPrefix(int digits) {
    long first = (long) Math.pow(10, digits - 1);
    return Long.toString(ThreadLocalRandom.current().nextLong(first, 6 * first));
  }

  /** Physical cards at ten pounds, valid for a year; free of a fee when damaged, and for GOLD. */
  public static UUID physicalRange(UUID program) {
    return range(
        createRange(
            program,
            """
            {"name":"Plastic","prefix":"%s","kind":"PHYSICAL",
             "price":{"amount":"10.00","currency":"GBP"},"validMonths":12,
             "replacementFee":{"share":"0.50","freeForTiers":["GOLD"],
                               "freeForReasons":["DAMAGED"]}}"""
                .formatted(unusedPrefix(8))));
  }

  public static Response createRange(UUID program, String body) {
    return createRange(program, body, UuidV7.next().toString());
  }

  public static Response createRange(UUID program, String body, String key) {
    return Api.as("manager")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/loyalty/programs/{id}/card-ranges", program);
  }

  public static UUID range(Response created) {
    return created.then().statusCode(201).extract().jsonPath().getUUID("rangeId");
  }

  public static Response issue(UUID membership, String body) {
    return keyed("agent").body(body).post("/v1/loyalty/memberships/{id}/cards", membership);
  }

  /** A card of this range. */
  public static UUID card(UUID membership, UUID range) {
    return issue(membership, "{\"rangeId\":\"%s\"}".formatted(range))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("cardId");
  }

  public static UUID activeCard(UUID membership, UUID range) {
    UUID card = card(membership, range);
    activate(card).then().statusCode(200);
    return card;
  }

  public static Response activate(UUID card) {
    return keyed("agent").post("/v1/loyalty/cards/{id}/activation", card);
  }

  public static Response block(UUID card, String reason) {
    return block(keyed("agent"), card, reason);
  }

  public static Response block(RequestSpecification caller, UUID card, String reason) {
    return caller
        .body("{\"reason\":\"%s\"}".formatted(reason))
        .post("/v1/loyalty/cards/{id}/block", card);
  }

  public static Response unblock(UUID card) {
    return keyed("agent").post("/v1/loyalty/cards/{id}/unblock", card);
  }

  public static Response replace(UUID card) {
    return keyed("agent").post("/v1/loyalty/cards/{id}/replacement", card);
  }

  public static Response quote(UUID card) {
    return Api.as("agent").get("/v1/loyalty/cards/{id}/replacement", card);
  }

  public static Response read(UUID card) {
    return Api.as("agent").get("/v1/loyalty/cards/{id}", card);
  }

  public static Response withNumber(String number) {
    return Api.as("agent").get("/v1/loyalty/cards?number=" + number);
  }

  public static Response cardsOf(UUID membership) {
    return Api.as("agent").get("/v1/loyalty/memberships/{id}/cards", membership);
  }

  public static Response redeem(UUID membership, long points, String card) {
    return keyed("agent")
        .body("{\"points\":%d,\"card\":\"%s\"}".formatted(points, card))
        .post("/v1/loyalty/memberships/{id}/redemptions", membership);
  }

  private static RequestSpecification keyed(String role) {
    return Api.as(role).header("Idempotency-Key", UuidV7.next().toString());
  }
}
