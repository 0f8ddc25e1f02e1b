package io.github.langgan.customer.upkeep.inactivity;

import static io.github.langgan.customer.testing.Body.known;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.duework.RecurringWork.Next;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Somebody of a partner's who was last seen long ago, and rules for that partner. */
abstract class InactivityTestBase {

  static final CustomerApi MANAGER = new CustomerApi(Tokens.of("manager"));
  static final Duration LONG = Duration.ofDays(800);

  @Inject ArchiveInactive archive;
  @Inject TestTopics topics;
  @Inject Clock clock;
  @Inject Jdbi jdbi;

  String partner;
  CustomerApi shop;
  String phone;
  String name;
  String siti;

  @BeforeEach
  void somebody_was_last_seen_long_ago() {
    partner = Body.uniqueWord();
    shop = new CustomerApi(Tokens.partner(partner));
    phone = Body.uniquePhone();
    name = Body.uniqueWord();
    siti = shop.registered(known(name).phone(phone));
    seenLast(siti, LONG);
    notedFor(Duration.ofDays(5000));
  }

  @AfterEach
  void no_rule_is_left() {
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM inactivity_rule");
          handle.execute("DELETE FROM customer_archive");
        });
    notedFor(Duration.ZERO);
  }

  String code() {
    return "GONE_" + partner.toUpperCase(Locale.ROOT);
  }

  Response state(int months) {
    return put("{\"period\":\"P1M\",\"periods\":" + months + ",\"partner\":\"%s\"}");
  }

  Response put(String rule) {
    return MANAGER
        .call()
        .contentType(ContentType.JSON)
        .body(rule.replace("%s", partner))
        .put("/v1/inactivity-rules/{code}", code());
  }

  /** From the first customer to the last, however many steps that takes. */
  void run() {
    Next next = new Next(Duration.ZERO, "");
    do {
      String payload = next.payload();
      next = QuarkusTransaction.requiringNew().call(() -> archive.run(payload));
    } while (next.pause().isZero());
  }

  String longAway() {
    String id = shop.registered(known("Someone"));
    seenLast(id, LONG);
    return id;
  }

  void seenLast(String customer, Duration ago) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE customer SET changed_at = ? WHERE id = ?",
                clock.instant().minus(ago).atOffset(ZoneOffset.UTC),
                UUID.fromString(customer)));
  }

  void notedFor(Duration time) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE activity_noted SET since = ?",
                clock.instant().minus(time).atOffset(ZoneOffset.UTC)));
  }

  void bought(String customer, Instant at) {
    topics.publish(
        "crm.profile",
        UUID.randomUUID(),
        "transaction.recorded",
        "{\"customerId\":\"%s\",\"occurredAt\":\"%s\"}".formatted(customer, at));
  }

  TestTopics.Seen published(String type, String customer) {
    return await()
        .until(
            () ->
                topics.published(type).stream()
                    .filter(event -> event.json().contains(customer))
                    .toList(),
            events -> events.size() == 1)
        .getFirst();
  }
}
