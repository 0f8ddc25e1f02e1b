package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.response.Response;
import java.util.UUID;

/** Calls about pools, in the words of the tests. */
public final class PoolApi {

  private PoolApi() {}

  public static Response policy(UUID program, long version, String body) {
    return Api.as("manager")
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/v1/loyalty/programs/{id}/pool-policy", program);
  }

  /**
   * @param more members of the policy's JSON, with a comma before; or empty
   */
  public static void allow(UUID program, String more) {
    policy(program, 0, "{\"allowed\":true%s}".formatted(more)).then().statusCode(200);
  }

  /**
   * @param limit as JSON; empty: none
   */
  public static Response open(String token, UUID membership, String limit) {
    return Api.with(token)
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(limit(limit))
        .post("/v1/loyalty/memberships/{id}/pools", membership);
  }

  public static UUID opened(UUID membership) {
    return open(Tokens.of("agent"), membership, "")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("poolId");
  }

  public static Response read(String token, UUID pool) {
    return Api.with(token).get("/v1/loyalty/pools/{id}", pool);
  }

  public static Response invite(String token, UUID pool, UUID membership) {
    return Api.with(token)
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"membershipId\":\"%s\"}".formatted(membership))
        .post("/v1/loyalty/pools/{id}/invitations", pool);
  }

  /**
   * @param limit as JSON; empty: none
   */
  public static Response join(String token, UUID pool, UUID membership, String limit) {
    return Api.with(token)
        .body(limit(limit))
        .put("/v1/loyalty/pools/{pool}/members/{membership}", pool, membership);
  }

  private static String limit(String limit) {
    return limit.isEmpty() ? "{}" : "{\"limit\":%s}".formatted(limit);
  }

  /** Invited by an agent, and joined. */
  public static void joined(UUID pool, UUID membership, String limit) {
    invite(Tokens.of("agent"), pool, membership).then().statusCode(201);
    join(Tokens.of("agent"), pool, membership, limit).then().statusCode(200);
  }

  public static Response leave(String token, UUID pool, UUID membership) {
    return Api.with(token)
        .delete("/v1/loyalty/pools/{pool}/members/{membership}", pool, membership);
  }

  public static Response of(UUID membership) {
    return Api.as("agent").get("/v1/loyalty/memberships/{id}/pools", membership);
  }

  public static Response redeem(UUID membership, long points) {
    return redeem(membership, points, "");
  }

  /**
   * @param more members of the redemption's JSON, with a comma before; or empty
   */
  public static Response redeem(UUID membership, long points, String more) {
    return RewardApi.redeem(
        membership, "{\"points\":%d,\"fromPool\":true%s}".formatted(points, more));
  }
}
