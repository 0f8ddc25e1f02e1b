package io.github.langgan.complaint;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.UUID;

/** An agent at work on cases, and the customers whom the agent serves. */
@Singleton
public class Callers {

  private final TestTopics topics;

  Callers(TestTopics topics) {
    this.topics = topics;
  }

  /** Registered this moment: this service hears of it a little later. */
  public UUID aCustomer() {
    UUID id = UuidV7.next();
    topics.publish(
        "crm.customer", id, "customer.registered", "{\"customerId\":\"%s\"}".formatted(id));
    return id;
  }

  public static RequestSpecification agent() {
    return given().auth().oauth2(Tokens.of("agent")).contentType("application/json");
  }

  public static RequestSpecification asCustomer(UUID customer) {
    return given().auth().oauth2(Tokens.customer(customer)).contentType("application/json");
  }

  public static String caseBody(String kind, UUID customer) {
    return """
    {"kind":"%s","customerId":"%s","channel":"PHONE","category":"DELIVERY",\
    "subject":"The parcel came late","description":"A week after the promise"}"""
        .formatted(kind, customer);
  }

  public static ValidatableResponse open(RequestSpecification caller, String kind, UUID customer) {
    return caller
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(caseBody(kind, customer))
        .post("/v1/cases")
        .then();
  }

  public UUID anOpenCase(UUID customer) {
    return UUID.fromString(
        open(agent(), "COMPLAINT", customer).statusCode(201).extract().path("caseId"));
  }

  public static ValidatableResponse acknowledge(UUID id) {
    return agent().post("/v1/cases/{id}/acknowledgement", id).then();
  }

  public static ValidatableResponse resolve(UUID id, String body) {
    return agent().body(body).post("/v1/cases/{id}/resolution", id).then();
  }

  public static ValidatableResponse close(UUID id) {
    return agent().post("/v1/cases/{id}/closure", id).then();
  }

  public static ValidatableResponse read(UUID id) {
    return agent().get("/v1/cases/{id}", id).then();
  }
}
