package io.github.langgan.customer.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Webhooks, as somebody keeps them. */
public record WebhookApi(CustomerApi caller) {

  public static final WebhookApi ACME = new WebhookApi(CustomerApi.ACME);
  public static final WebhookApi BETA = new WebhookApi(CustomerApi.BETA);
  public static final WebhookApi OPERATOR = new WebhookApi(new CustomerApi(Tokens.of("operator")));

  /** Where it is, and what it signs with. */
  public record Registered(String id, String secret) {}

  public static String body(String url, String... types) {
    return "{\"url\":\"%s\",\"eventTypes\":[%s]}"
        .formatted(
            url,
            Arrays.stream(types).map(type -> '"' + type + '"').collect(Collectors.joining(",")));
  }

  public Response register(String body) {
    return post("", body);
  }

  public Registered registered(String url, String... types) {
    JsonPath json = register(body(url, types)).then().statusCode(201).extract().jsonPath();
    return new Registered(json.getString("webhookId"), json.getString("secret"));
  }

  public Response get(String path) {
    return caller.call().get("/v1/webhooks" + path);
  }

  public Response post(String path, String body) {
    return caller
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/webhooks" + path);
  }

  public Response post(String path) {
    return caller
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/v1/webhooks" + path);
  }

  public Response patch(String id, int version, String patch) {
    return caller
        .call()
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"" + version + "\"")
        .body(patch)
        .patch("/v1/webhooks/{id}", id);
  }

  public Response delete(String id) {
    return caller.call().delete("/v1/webhooks/{id}", id);
  }

  public JsonPath webhook(String id) {
    return get("/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** Newest first. */
  public JsonPath deliveries(String id) {
    return get("/" + id + "/deliveries").then().statusCode(200).extract().jsonPath();
  }

  /** Waits until its messages are so far, the newest first. */
  public JsonPath awaitStates(String id, String... states) {
    await()
        .untilAsserted(
            () ->
                assertThat(deliveries(id).<String>getList("items.state"))
                    .isEqualTo(List.of(states)));
    return deliveries(id);
  }
}
