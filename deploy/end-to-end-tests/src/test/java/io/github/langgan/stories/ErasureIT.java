package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A customer asks for all that is held of her, and then to be erased: a word that stood in all that
 * was written of her is nowhere any more, on no topic and in no log; on the topics it never was
 * (invariant 12). The services' own tests look through their tables.
 */
class ErasureIT {

  private static final List<String> TOPICS =
      Stream.of("customer", "profile", "loyalty", "complaint", "analytics", "keys")
          .map("crm."::concat)
          .toList();
  private static final Api MANAGER = Api.as("manager");
  private static final Api OFFICER = Api.as("privacy-officer");

  /** Letters only, so that it is found in whatever writing. */
  private final String canary =
      "kenari" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zq";

  private final Siti siti = Siti.registers();
  private final String customer = registered();

  @Test
  void an_erased_customers_words_are_nowhere_any_more() throws Exception {
    String card = card();
    opensACase();
    calls();
    Api.partner(siti.partner()).post("/v1/transactions", buys("1")).expect(201);
    await()
        .untilAsserted(
            () -> {
              // profile shows what complaint published encrypted, by complaint's key
              assertThat(timeline().toString()).contains("Broken " + canary, "Asked for " + canary);
              assertThat(timeline().findValuesAsText("kind")).contains("TRANSACTION");
              assertThat(profile().expect(200).response().body()).contains("Siti " + canary);
            });
    assertNowhereOnTopics();
    assertThat(keysTold("person-key.created")).hasSizeGreaterThanOrEqualTo(3);

    String gathered = gathered();
    assertThat(gathered)
        .contains("Siti " + canary, "Jalan " + canary, "Asked for " + canary, "Broken " + canary)
        .contains(card, "WHITE HANGING HEART");
    assertNowhereOnTopics();

    JsonNode done = erased();

    assertThat(done.at("/services").findValuesAsText("service"))
        .containsExactlyInAnyOrder("customer", "profile", "loyalty", "complaint", "analytics");
    OFFICER.get("/v1/privacy-requests/" + id(done) + "/certificate").expect(200);
    MANAGER.get("/v1/customers/" + customer).expect(410);
    for (String path :
        List.of(
            "/v1/profiles/" + customer,
            "/v1/profiles/" + customer + "/timeline",
            "/v1/transactions?customerId=" + customer,
            "/v1/cases?customerId=" + customer)) {
      MANAGER.get(path).expect(410);
      Api.as("customer", Map.of("customer_id", customer)).get(path).expect(404);
    }
    String found =
        MANAGER.get("/v1/customers?email=" + canary + "%40example.com").response().body();
    assertThat(found).doesNotContain(customer);
    await()
        .untilAsserted(
            () ->
                assertThat(keysTold("person-key.destroyed"))
                    .isEqualTo(keysTold("person-key.created")));

    String late =
        Api.partner(siti.partner())
            .post("/v1/transactions", buys("2"))
            .expect(201)
            .response()
            .body();
    assertThat(late).doesNotContain(customer);
    assertNowhereOnTopics();
    assertNowhereInLogs();
  }

  private String registered() {
    return Api.partner(siti.partner())
        .post(
            "/v1/customers",
            """
            {"kind":"PERSON","name":{"full":"Siti %1$s"},"birthDate":"1990-04-21","occupation":"%1$s",
             "contacts":[{"type":"EMAIL","value":"%1$s@example.com"},
              {"type":"POSTAL","address":{"lines":["Jalan %1$s 5"],"locality":"Bandung","country":"ID"}}],
             "identifiers":[{"source":"%2$s","value":"%1$s"}],"notes":[{"text":"Likes %1$s"}],
             "source":{"form":"MEMBER_CARD","receivedAt":"2026-01-05T03:00:00Z"}}
            """
                .formatted(canary, siti.partner()))
        .expect(201)
        .text("/customerId");
  }

  private String card() {
    return MANAGER
        .post(
            "/v1/loyalty/memberships",
            "{\"customerId\":\"%s\",\"programId\":\"%s\"}".formatted(customer, siti.programId()))
        .expect(201)
        .text("/card/number");
  }

  private void opensACase() {
    MANAGER
        .with("Idempotency-Key", "case-" + customer)
        .post(
            "/v1/cases",
            """
            {"kind":"COMPLAINT","customerId":"%1$s","channel":"PHONE","category":"DELIVERY",
             "subject":"Broken %2$s","description":"One %2$s was broken."}
            """
                .formatted(customer, canary))
        .expect(201);
  }

  private void calls() {
    MANAGER
        .with("Idempotency-Key", "call-" + customer)
        .post(
            "/v1/interactions",
            """
            {"customerId":"%s","channel":"PHONE","direction":"IN","occurredAt":"2026-01-05T03:00:00Z",
             "summary":"Asked for %s"}
            """
                .formatted(customer, canary))
        .expect(201);
  }

  private String buys(String externalId) {
    return siti.buys(externalId, 6, "2.55").replace(siti.number(), canary);
  }

  /** All that the five services hold of her, which they send to each other encrypted. */
  private String gathered() {
    String path = "/v1/privacy-requests/" + id(completed("ACCESS")) + "/package";
    JsonNode all = OFFICER.get(path).expect(200).json();
    assertThat(all.at("/parts").findValuesAsText("service"))
        .contains("customer", "profile", "loyalty", "complaint", "analytics");
    return all.toString();
  }

  private JsonNode erased() {
    return completed("ERASURE");
  }

  private JsonNode completed(String kind) {
    String request =
        OFFICER
            .with("Idempotency-Key", kind + "-" + customer)
            .post(
                "/v1/privacy-requests",
                """
                {"kind":"%s","customerId":"%s",
                 "verification":{"method":"ID_DOCUMENT","reference":"file 118"}}
                """
                    .formatted(kind, customer))
            .expect(201)
            .text("/privacyRequestId");
    return await()
        .until(
            () -> OFFICER.get("/v1/privacy-requests/" + request).expect(200).json(),
            answer -> answer.path("status").asText().equals("COMPLETED"));
  }

  private static String id(JsonNode request) {
    return request.path("privacyRequestId").asText();
  }

  private Api.Reply profile() {
    return MANAGER.get("/v1/profiles/" + customer);
  }

  private JsonNode timeline() {
    return MANAGER.get("/v1/profiles/" + customer + "/timeline").expect(200).json();
  }

  private Set<String> keysTold(String type) {
    return Topic.read("crm.keys").stream()
        .filter(event -> event.type().equals(type) && event.data().contains(customer))
        .map(Topic.Event::key)
        .collect(Collectors.toSet());
  }

  private void assertNowhereOnTopics() {
    for (String topic : TOPICS) {
      List<Topic.Event> events = Topic.read(topic);
      assertThat(events).as(topic).isNotEmpty();
      assertThat(events).as(topic).noneMatch(event -> holds(event.data()));
    }
  }

  private void assertNowhereInLogs() throws IOException {
    try (Stream<Path> files = Files.walk(RunningStack.get().setup().home())) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      assertThat(logs).as("logs of the stack").hasSizeGreaterThan(5);
      assertThat(logs).noneMatch(log -> holds(text(log)));
    }
  }

  private boolean holds(String text) {
    return text.toLowerCase(Locale.ROOT).contains(canary);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
