package io.github.langgan.loyalty.testing;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls of the loyalty API as a role, in the words of the tests. */
public final class Api {

  private Api() {}

  public static RequestSpecification as(String role) {
    return with(Tokens.of(role));
  }

  public static RequestSpecification with(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** One point for each pound, for ever. */
  public static UUID program() {
    return program("\"earningRule\":{\"expression\":\"transaction.total\"}");
  }

  /**
   * @param members of the JSON beyond name and currency
   */
  public static UUID program(String members) {
    return as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"name\":\"Club\",\"currency\":\"GBP\",%s}".formatted(members))
        .post("/v1/loyalty/programs")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("programId");
  }

  /** Another version of what a program promises. */
  public static Response terms(UUID program, String body) {
    return as("manager")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(body)
        .post("/v1/loyalty/programs/{id}/versions", program);
  }

  public static UUID membership(UUID customer, UUID program) {
    return enrol(customer, program)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("membershipId");
  }

  public static Response enrol(UUID customer, UUID program) {
    return as("agent")
        .body("{\"customerId\":\"%s\",\"programId\":\"%s\"}".formatted(customer, program))
        .post("/v1/loyalty/memberships");
  }

  public static Response redeem(UUID membership, long points) {
    return redeem(membership, points, UuidV7.next().toString());
  }

  public static Response redeem(UUID membership, long points, String key) {
    return as("agent")
        .header("Idempotency-Key", key)
        .body("{\"points\":%d}".formatted(points))
        .post("/v1/loyalty/memberships/{id}/redemptions", membership);
  }

  public static Response reverse(UUID redemption, String body) {
    return as("agent")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(body)
        .post("/v1/loyalty/redemptions/{id}/reversal", redemption);
  }

  public static Response read(UUID membership) {
    return as("agent").get("/v1/loyalty/memberships/{id}", membership);
  }

  public static Response entries(UUID membership) {
    return as("agent").get("/v1/loyalty/memberships/{id}/entries", membership);
  }

  public static Response lots(UUID membership) {
    return as("agent").get("/v1/loyalty/memberships/{id}/lots", membership);
  }

  /**
   * @param query with its question mark, or empty
   */
  public static Response expirations(UUID membership, String query) {
    return as("agent").get("/v1/loyalty/memberships/" + membership + "/expirations" + query);
  }

  public static long active(UUID membership) {
    return read(membership).then().statusCode(200).extract().jsonPath().getLong("balance.active");
  }
}
