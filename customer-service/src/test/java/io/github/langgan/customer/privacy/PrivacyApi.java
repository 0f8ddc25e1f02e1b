package io.github.langgan.customer.privacy;

import static io.restassured.RestAssured.given;

import io.github.langgan.chassis.testing.http.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What the privacy officer does. */
final class PrivacyApi {

  static final String VERIFIED =
      "\"verification\":{\"method\":\"ID_DOCUMENT\",\"reference\":\"file 118\"}";

  private PrivacyApi() {}

  static RequestSpecification officer() {
    return given().auth().oauth2(Tokens.of("privacy-officer"));
  }

  static Response post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  static Response post(String path, String body, String key) {
    return officer()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/privacy-requests" + path);
  }

  static String erasure(String customer, String... members) {
    String more = members.length == 0 ? "" : "," + String.join(",", members);
    return "{\"kind\":\"ERASURE\",\"customerId\":\"%s\"%s}".formatted(customer, more);
  }

  /** Records a request, and answers its id. */
  static String opened(String body) {
    return post("", body).then().statusCode(201).extract().path("privacyRequestId");
  }

  static Response verify(String request) {
    return post("/" + request + "/verification", "{\"method\":\"CALL_BACK\"}");
  }

  static Response get(String request) {
    return officer().get("/v1/privacy-requests/{id}", request);
  }

  /** What a service says of its part in an erasure, below {@code services} of the request. */
  static JsonPath receipt(String request, String service) {
    JsonPath all = get(request).jsonPath();
    return all.setRootPath("services.find { it.service == '%s' }".formatted(service));
  }

  static Response certificate(String request) {
    return officer().get("/v1/privacy-requests/{id}/certificate", request);
  }
}
