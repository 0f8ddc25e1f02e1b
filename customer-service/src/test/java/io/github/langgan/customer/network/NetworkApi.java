package io.github.langgan.customer.network;

import static io.github.langgan.customer.testing.Body.unique;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** The network of parties and customers, as somebody changes and asks it. */
record NetworkApi(CustomerApi caller) {

  static final NetworkApi STAFF = new NetworkApi(CustomerApi.AGENT);
  static final NetworkApi MANAGER = new NetworkApi(new CustomerApi(Tokens.of("manager")));
  static final NetworkApi ACME = new NetworkApi(CustomerApi.ACME);
  static final NetworkApi BETA = new NetworkApi(CustomerApi.BETA);

  /** A customer whose token has the scopes of an agent. */
  static CustomerApi oneself(String customer) {
    return new CustomerApi(Tokens.of("agent", Map.of("customer_id", customer)));
  }

  static String organisation(String name, String more) {
    return "{\"kind\":\"ORGANISATION\",\"name\":{\"full\":\"%s\"}%s}".formatted(name, more);
  }

  static String person(String name, String more) {
    return "{\"kind\":\"PERSON\",\"name\":{\"full\":\"%s\"}%s}".formatted(name, more);
  }

  /** An identifier that no other test uses. */
  static String known() {
    return ",\"identifiers\":[{\"source\":\"erp\",\"value\":\"%s\"}]".formatted(unique());
  }

  Response register(String party) {
    return post("/v1/parties", party);
  }

  /** Registers, and answers the id. */
  String registered(String party) {
    return register(party).then().statusCode(201).extract().path("partyId");
  }

  Response party(String id) {
    return caller.call().get("/v1/parties/{id}", id);
  }

  Response change(String id, int version, String patch) {
    return caller
        .call()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch("/v1/parties/{id}", id);
  }

  Response named(String name) {
    return caller.call().queryParam("name", name).get("/v1/parties");
  }

  static String customer(String id) {
    return "{\"customerId\":\"" + id + "\"}";
  }

  static String partyNode(String id) {
    return "{\"partyId\":\"" + id + "\"}";
  }

  /**
   * @param from as JSON, like {@link #customer}
   */
  Response relate(String type, String from, String to, String more) {
    return post(
        "/v1/relationships",
        "{\"type\":\"%s\",\"from\":%s,\"to\":%s%s}".formatted(type, from, to, more));
  }

  /** Relates, and answers the id. */
  String related(String type, String from, String to, String more) {
    return relate(type, from, to, more).then().statusCode(201).extract().path("relationshipId");
  }

  Response end(String relationship, String until) {
    return post("/v1/relationships/" + relationship + "/end", "{\"validUntil\":\"" + until + "\"}");
  }

  Response relationshipsOf(String customer) {
    return get("/v1/customers/" + customer + "/relationships");
  }

  Response get(String path) {
    return caller.call().get(path);
  }

  /** Without an Idempotency-Key. */
  Response post(String path, String body) {
    return caller.call().contentType(ContentType.JSON).body(body).post(path);
  }

  Response postKeyed(String path, String body) {
    return caller
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }
}
