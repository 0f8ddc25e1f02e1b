package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.restassured.response.Response;
import java.util.UUID;

/** Calls about rewards and reservations, in the words of the tests. */
public final class RewardApi {

  private RewardApi() {}

  /**
   * @param members of the JSON beyond name and program, with a comma before; or empty
   */
  public static Response create(UUID program, long points, String members) {
    return Api.as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(
            "{\"programId\":\"%s\",\"name\":\"Tea pot\",\"points\":%d%s}"
                .formatted(program, points, members))
        .post("/v1/loyalty/rewards");
  }

  public static UUID reward(UUID program, long points, String members) {
    return create(program, points, members)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("rewardId");
  }

  public static Response read(UUID reward) {
    return Api.as("agent").get("/v1/loyalty/rewards/{id}", reward);
  }

  /**
   * @param body of the redemption
   */
  public static Response redeem(UUID membership, String body) {
    return Api.as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(body)
        .post("/v1/loyalty/memberships/{id}/redemptions", membership);
  }

  public static Response redeemReward(UUID membership, UUID reward) {
    return redeem(membership, "{\"rewardId\":\"%s\"}".formatted(reward));
  }

  /** Points that are held for a quarter of an hour. */
  public static Response reserve(UUID membership, long points) {
    return redeem(membership, "{\"points\":%d,\"holdForSeconds\":900}".formatted(points));
  }

  public static UUID reserved(UUID membership, long points) {
    return reserve(membership, points)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("redemptionId");
  }

  public static Response confirm(UUID redemption) {
    return Api.as("agent").post("/v1/loyalty/redemptions/{id}/confirmation", redemption);
  }

  public static Response cancel(UUID redemption) {
    return Api.as("agent").post("/v1/loyalty/redemptions/{id}/cancellation", redemption);
  }

  public static Response redemption(UUID redemption) {
    return Api.as("agent").get("/v1/loyalty/redemptions/{id}", redemption);
  }

  public static Response policy(UUID program, long version, String body) {
    return Api.as("manager")
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/v1/loyalty/programs/{id}/redemption-policy", program);
  }
}
