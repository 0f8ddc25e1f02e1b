package io.github.langgan.profile.testing;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** A partner of its own for each test, so that no test sees another's transactions. */
public final class Partner {

  private final String name = "partner-" + UUID.randomUUID().toString().substring(0, 8);

  public String name() {
    return name;
  }

  public RequestSpecification call() {
    return given().auth().oauth2(Tokens.partner(name));
  }

  public ValidatableResponse push(Report report) {
    return call().contentType(ContentType.JSON).body(report.json()).post("/v1/transactions").then();
  }

  /** Pushes what must be recorded; returns its id. */
  public UUID pushed(Report report) {
    return UUID.fromString(push(report).statusCode(201).extract().path("transactionId"));
  }

  public ValidatableResponse pushBatch(Report... reports) {
    String body = Report.json(Map.of("items", Arrays.stream(reports).map(Report::fields).toList()));
    return call().contentType(ContentType.JSON).body(body).post("/v1/transactions/batch").then();
  }

  public ValidatableResponse transaction(UUID id) {
    return call().get("/v1/transactions/{id}", id).then();
  }
}
