package io.github.langgan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's system is told of what its own customers do. */
class WebhookIT {

  private final String partner = "told-" + UUID.randomUUID().toString().substring(0, 8);
  private final Api api = Api.partner(partner);
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private volatile String secret = "";

  /** A message as it came. */
  private record Told(String type, JsonNode data, boolean genuine) {}

  @BeforeEach
  void receive() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  @Test
  void a_partner_is_told_of_its_own_and_of_nobody_elses() {
    Api others = Api.partner(partner + "-other");
    register();
    String siti = customer(api);
    String budi = customer(others);
    pushed(others, budi);
    String receipt = pushed(api, siti);
    // two topics: nothing orders them
    await().until(() -> isTold("transaction.recorded", "transactionId", receipt));
    await().until(() -> isTold("customer.registered", "customerId", siti));

    assertThat(told).allMatch(Told::genuine);
    assertThat(told).extracting(one -> one.data().path("customerId").asText()).containsOnly(siti);
    assertThat(told).noneMatch(one -> one.data().has("person"));
  }

  private boolean isTold(String type, String field, String id) {
    return told.stream()
        .anyMatch(one -> one.type().equals(type) && one.data().path(field).asText().equals(id));
  }

  private void register() {
    String url = "http://localhost:" + receiver.getAddress().getPort() + "/";
    secret =
        api.post(
                "/v1/webhooks",
                "{\"url\":\"%s\",\"eventTypes\":[\"customer.registered\",\"transaction.recorded\"]}"
                    .formatted(url))
            .expect(201)
            .json()
            .path("secret")
            .asText();
  }

  private static String customer(Api by) {
    return by.post(
            "/v1/customers",
            """
            {"kind":"PERSON","name":{"full":"Siti Rahma"},
             "identifiers":[{"source":"shop","value":"%s"}]}
            """
                .formatted(UUID.randomUUID()))
        .expect(201)
        .json()
        .path("customerId")
        .asText();
  }

  private static String pushed(Api by, String customer) {
    return by.post(
            "/v1/transactions",
            """
            {"externalId":"%s","type":"PURCHASE","occurredAt":"2026-01-05T03:00:00Z",
             "customer":{"customerId":"%s"},"currency":"GBP","channel":"STORE",
             "lines":[{"product":"85123A","quantity":6,"unitPrice":"2.55","discount":"0.00"}]}
            """
                .formatted(UUID.randomUUID(), customer))
        .expect(201)
        .json()
        .path("transactionId")
        .asText();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      JsonNode json = Json.read(body);
      told.add(new Told(json.path("type").asText(), json.path("data"), isGenuine(exchange, body)));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private boolean isGenuine(HttpExchange exchange, String body) {
    try {
      new Webhook(secret).verify(body, Map.copyOf(exchange.getRequestHeaders()));
      return true;
    } catch (Exception forged) {
      return false;
    }
  }
}
