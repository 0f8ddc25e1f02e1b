package io.github.langgan.customer.testing;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;

/** Calls of the API in the name of a role. */
public record CustomerApi(String token) {

  public static final CustomerApi ACME = new CustomerApi(Tokens.partner("acme"));
  public static final CustomerApi BETA = new CustomerApi(Tokens.partner("beta"));
  public static final CustomerApi AGENT = new CustomerApi(Tokens.of("agent"));

  public static CustomerApi customer(String customerId) {
    return new CustomerApi(Tokens.customer(customerId));
  }

  public RequestSpecification call() {
    return given().auth().oauth2(token);
  }

  public Response register(Body body) {
    return register(body.json());
  }

  public Response register(String json) {
    return call().contentType(ContentType.JSON).body(json).post("/v1/customers");
  }

  /** Registers, and answers the id. */
  public String registered(Body body) {
    return register(body).then().statusCode(201).extract().path("customerId");
  }

  public Response registerAll(List<Body> bodies) {
    return batch(
        bodies.stream().map(Body::json).collect(Collectors.joining(",", "{\"items\":[", "]}")));
  }

  public Response batch(String json) {
    return call().contentType(ContentType.JSON).body(json).post("/v1/customers/batch");
  }

  public Response get(String customerId) {
    return call().get("/v1/customers/{id}", customerId);
  }

  public Response find(String parameter, String value) {
    return call().queryParam(parameter, value).get("/v1/customers");
  }

  public Response patch(String customerId, int version, String patch) {
    return call()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch("/v1/customers/{id}", customerId);
  }
}
