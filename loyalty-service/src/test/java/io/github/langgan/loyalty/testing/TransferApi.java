package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.response.Response;
import java.util.UUID;

/** Calls about transfers, in the words of the tests. */
public final class TransferApi {

  private TransferApi() {}

  public static Response policy(UUID program, long version, String body) {
    return Api.as("manager")
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/v1/loyalty/programs/{id}/transfer-policy", program);
  }

  /**
   * @param more members of the policy's JSON, with a comma before; or empty
   */
  public static void allow(UUID program, String more) {
    policy(program, 0, "{\"allowed\":true%s}".formatted(more)).then().statusCode(200);
  }

  public static Response give(UUID from, UUID to, long points) {
    return give(Tokens.of("agent"), from, to, points);
  }

  public static Response give(String token, UUID from, UUID to, long points) {
    return give(token, from, to, points, UuidV7.next().toString());
  }

  public static Response give(String token, UUID from, UUID to, long points, String key) {
    return Api.with(token)
        .header("Idempotency-Key", key)
        .body("{\"to\":\"%s\",\"points\":%d}".formatted(to, points))
        .post("/v1/loyalty/memberships/{id}/transfers", from);
  }

  public static Response transfers(UUID membership) {
    return Api.as("agent").get("/v1/loyalty/memberships/{id}/transfers", membership);
  }
}
