package io.github.langgan.customer.registration.intake;

import static io.github.langgan.customer.testing.Body.unique;

import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Forms, and what senders of forms do. */
record IntakeApi(CustomerApi caller) {

  static final IntakeApi ACME = new IntakeApi(CustomerApi.ACME);
  static final IntakeApi BETA = new IntakeApi(CustomerApi.BETA);
  static final IntakeApi AGENT = new IntakeApi(CustomerApi.AGENT);

  static final String PRODUCT = "{\"product\":{\"code\":\"TV-55\"},\"boughtOn\":\"2026-01-03\"}";

  /** A form with a number that no other test uses. */
  static String form(Body customer, String member, String details) {
    return form(unique(), customer, member, details);
  }

  static String form(String number, Body customer, String member, String details) {
    return """
    {"externalId":"%s","receivedAt":"2026-01-05T03:00:00Z","customer":%s,"%s":%s}
    """
        .formatted(number, customer.json(), member, details);
  }

  static String warrantyCard(Body customer) {
    return form(customer, "warrantyCard", PRODUCT);
  }

  static String memberCard(Body customer) {
    return form(customer, "memberCard", "{\"program\":\"Langgan Club\"}");
  }

  Response send(String path, String form) {
    return caller.call().contentType(ContentType.JSON).body(form).post("/v1/intakes/" + path);
  }

  Response sendWarrantyCard(Body customer) {
    return send("warranty-cards", warrantyCard(customer));
  }

  Response sendMemberCard(Body customer) {
    return send("member-cards", memberCard(customer));
  }

  Response get(String intakeId) {
    return caller.call().get("/v1/intakes/{id}", intakeId);
  }

  Response of(String customerId) {
    return caller.call().get("/v1/customers/{id}/intakes", customerId);
  }
}
