package io.github.langgan.customer.upkeep.updating;

import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.restassured.RestAssured.given;

import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What an agent does to ask a customer, and what the customer's page does. */
public final class UpdateApi {

  private UpdateApi() {}

  static Response open(CustomerApi caller, String customer, String body, String key) {
    return caller
        .call()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/customers/{id}/update-requests", customer);
  }

  static Response open(String customer, String body) {
    return open(AGENT, customer, body, UUID.randomUUID().toString());
  }

  /** Asks the customer, and answers the token. */
  public static String token(String customer) {
    return open(customer, "{}").then().statusCode(201).extract().path("token");
  }

  static RequestSpecification own(String token) {
    return given().header(OwnRecordCall.HEADER, token);
  }

  static Response read(String token) {
    return own(token).get("/v1/own-record");
  }

  static Response correct(String token, int version, String patch) {
    return own(token)
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch("/v1/own-record");
  }

  static Response confirm(String token, int version) {
    return own(token).header("If-Match", "\"" + version + "\"").post("/v1/own-record/confirmation");
  }

  static Response list(String customer) {
    return AGENT.call().get("/v1/customers/{id}/update-requests", customer);
  }

  static Response revoke(CustomerApi caller, String customer, String request) {
    return caller.call().delete("/v1/customers/{id}/update-requests/{r}", customer, request);
  }
}
