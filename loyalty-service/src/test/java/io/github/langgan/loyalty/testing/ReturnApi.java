package io.github.langgan.loyalty.testing;

import io.restassured.response.Response;
import java.util.UUID;

/** Calls about returns, in the words of the tests. */
public final class ReturnApi {

  private ReturnApi() {}

  public static Response policy(UUID program, long version, String body) {
    return Api.as("manager")
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/v1/loyalty/programs/{id}/return-policy", program);
  }

  /** The program's first policy. */
  public static void policy(UUID program, String spentPoints) {
    policy(program, 0, "{\"spentPoints\":\"%s\"}".formatted(spentPoints)).then().statusCode(200);
  }

  public static Response read(UUID returned) {
    return Api.as("agent").get("/v1/loyalty/returns/{id}", returned);
  }
}
