package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;

/** Calls about tiers, in the words of the tests. */
public final class TierApi {

  /** Silver from 100, gold from 300. */
  public static final String LEVELS =
      """
      "levels":[{"code":"BASIC","name":"Basic","from":"0"},\
      {"code":"SILVER","name":"Silver","from":"100"},\
      {"code":"GOLD","name":"Gold","from":"300"}]""";

  private TierApi() {}

  /**
   * @param members of the JSON beyond the levels
   */
  public static void scheme(UUID program, String members) {
    write(program, "{%s,%s}".formatted(LEVELS, members)).then().statusCode(201);
  }

  public static Response write(UUID program, String body) {
    return Api.as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(body)
        .post("/v1/loyalty/programs/{id}/tier-schemes", program);
  }

  public static Response tier(UUID membership) {
    return Api.as("agent").get("/v1/loyalty/memberships/{id}/tier", membership);
  }

  public static String code(UUID membership) {
    return tier(membership).then().statusCode(200).extract().path("code");
  }

  public static Response changes(UUID membership) {
    return Api.as("agent").get("/v1/loyalty/memberships/{id}/tier-changes", membership);
  }

  public static Response freeze(UUID membership, Instant until) {
    return Api.as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"reason\":\"RETURN_PENDING\",\"until\":\"%s\"}".formatted(until))
        .post("/v1/loyalty/memberships/{id}/tier-freezes", membership);
  }

  public static Response grant(UUID membership, String level, Instant until) {
    return Api.as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"level\":\"%s\",\"until\":\"%s\",\"reason\":\"PRESS\"}".formatted(level, until))
        .post("/v1/loyalty/memberships/{id}/tier-grants", membership);
  }
}
