package io.github.langgan.profile.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a device or a prepaid number did before anybody knew whose it is. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WaitingInteractionTest {

  private final String device = UUID.randomUUID().toString();

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject TestTopics topics;
  @Inject Merged merged;

  @Test
  void a_contact_with_an_unknown_device_is_the_customers_once_it_has_the_device() {
    String first = noted();
    String second = noted();
    assertThat(waiting()).isEqualTo(2);

    UUID siti = elsewhere.aCustomer().identifier("device", device).register();

    await()
        .untilAsserted(() -> Agent.timeline(siti).body("items.subjectId", contains(second, first)));
    Agent.timeline(siti)
        .body("items.at", contains("2026-01-05T12:00:00Z", "2026-01-05T12:00:00Z"))
        .body("items[0].details.summary", equalTo("Asked when the shop opens"));
    await().until(() -> told(first, second) == 2);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_contact_with_a_known_device_is_the_customers_at_once() {
    UUID siti = known(elsewhere.aCustomer().identifier("device", device));

    note().statusCode(201).body("customerId", equalTo(siti.toString()));

    Agent.timeline(siti).body("items", hasSize(1));
  }

  @Test
  void a_contact_that_waited_comes_for_the_merged_record_and_goes_with_it() {
    UUID budi = known(elsewhere.aCustomer());
    Elsewhere.Customer siti = elsewhere.aCustomer();
    known(siti);
    String waited = noted();
    siti.update(elsewhere.aCustomer().identifier("device", device));
    await().until(() -> waiting() == 0);
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(budi, siti.id()));
    Agent.timeline(budi).body("items.subjectId", contains(waited));

    merged.undo(merge);

    Agent.timeline(budi).body("items", hasSize(0));
    Agent.timeline(siti.id()).body("items.subjectId", contains(waited));
  }

  @Test
  void either_a_customer_or_an_identifier_is_named() {
    Agent.note("\"identifier\":null")
        .statusCode(422)
        .body("errors.pointer", contains("/customerId"));
    UUID siti = known(elsewhere.aCustomer());
    Agent.note("\"customerId\":\"" + siti + "\"," + identifier())
        .statusCode(422)
        .body("errors.pointer", contains("/customerId"));
    Agent.note("\"identifier\":{\"source\":\"device\"}")
        .statusCode(422)
        .body("errors.pointer", contains("/identifier/value"));
  }

  private String noted() {
    return note().statusCode(201).body("customerId", nullValue()).extract().path("interactionId");
  }

  private ValidatableResponse note() {
    return Agent.note(identifier());
  }

  private String identifier() {
    return "\"identifier\":{\"source\":\"device\",\"value\":\"" + device + "\"}";
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }

  private int waiting() {
    return merged.count("waiting_interaction WHERE reference = 'identifier:device/" + device + "'");
  }

  private long told(String... interactions) {
    return topics.published("interaction.recorded").stream()
        .filter(event -> List.of(interactions).contains(event.headers().get("ce_subject")))
        .count();
  }
}
