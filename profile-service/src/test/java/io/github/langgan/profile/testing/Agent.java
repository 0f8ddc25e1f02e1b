package io.github.langgan.profile.testing;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** Who serves customers. */
public final class Agent {

  private Agent() {}

  public static ValidatableResponse profile(UUID customerId) {
    return get("/v1/profiles/" + customerId);
  }

  public static ValidatableResponse timeline(UUID customerId) {
    return get("/v1/profiles/" + customerId + "/timeline");
  }

  public static ValidatableResponse get(String path) {
    return given().auth().oauth2(Tokens.of("agent")).get(path).then();
  }

  public static ValidatableResponse note(UUID customerId) {
    return note("\"customerId\":\"" + customerId + "\"");
  }

  /**
   * @param whom members of the body
   */
  public static ValidatableResponse note(String whom) {
    return given()
        .auth()
        .oauth2(Tokens.of("agent"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(
            """
            {%s,"channel":"PHONE","direction":"IN",
             "occurredAt":"2026-01-05T12:00:00Z","summary":"Asked when the shop opens"}"""
                .formatted(whom))
        .post("/v1/interactions")
        .then();
  }
}
