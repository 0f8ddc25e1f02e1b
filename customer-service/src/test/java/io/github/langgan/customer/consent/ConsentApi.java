package io.github.langgan.customer.consent;

import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.UUID;

/** What customers say of being contacted, brought and asked by somebody. */
record ConsentApi(CustomerApi caller) {

  /** A purpose that no other test uses, with a text in Indonesian. */
  String purpose(String basis, String more) {
    String code = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    code = code.toUpperCase(Locale.ROOT);
    post(
            "/v1/consent-purposes",
            "{\"code\":\"%s\",\"title\":\"News\",\"lawfulBasis\":\"%s\"%s}"
                .formatted(code, basis, more))
        .then()
        .statusCode(201);
    post("/v1/consent-purposes/" + code + "/texts", words("id", "Saya setuju."))
        .then()
        .statusCode(201);
    return code;
  }

  static String words(String language, String body) {
    return "{\"texts\":[{\"language\":\"%s\",\"body\":\"%s\"}]}".formatted(language, body);
  }

  /** Brings it as something that was said at a time, by a form. */
  Response say(String customer, String kind, String more, String effectiveAt) {
    return record(
        customer,
        """
        {"kind":"%s","effectiveAt":"%s","proof":{"method":"PAPER_FORM","reference":"f-1"}%s}
        """
            .formatted(kind, effectiveAt, more));
  }

  Response grant(String customer, String purpose, String channel, String effectiveAt) {
    return say(customer, "GRANTED", grantOf(purpose, channel), effectiveAt);
  }

  static String grantOf(String purpose, String channel) {
    return ",\"purpose\":\"%s\",\"channels\":[\"%s\"],\"text\":{\"version\":1,\"language\":\"id\"}"
        .formatted(purpose, channel);
  }

  Response record(String customer, String body) {
    return post("/v1/customers/" + customer + "/consent-acts", body);
  }

  Response post(String path, String body) {
    return caller
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  JsonPath permission(String customer, String purpose, String channel, String moment) {
    return caller
        .call()
        .get(
            "/v1/customers/%s/contact-permission?purpose=%s&channel=%s%s"
                .formatted(customer, purpose, channel, moment))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  String reason(String customer, String purpose, String channel, String moment) {
    return permission(customer, purpose, channel, moment).getString("reason");
  }
}
