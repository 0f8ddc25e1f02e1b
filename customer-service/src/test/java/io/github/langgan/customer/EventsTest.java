package io.github.langgan.customer;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.customer.testing.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What other contexts hear. That every event matches its schema is checked in all tests. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EventsTest {

  @Inject TestTopics topics;

  @Test
  void a_registration_and_its_corrections_are_told_in_order_and_once() throws Exception {
    Body siti =
        known("Siti Rahma")
            .email("Siti@Example.com")
            .phone("0812-3456-789")
            .with("birthDate", "\"1990-04-21\"")
            .with("gender", "\"FEMALE\"")
            .with("occupation", "\"Guru\"")
            .with("language", "\"id\"")
            .with("notes", "[{\"text\":\"Kind\"}]");
    String id = ACME.registered(siti);
    ACME.register(siti).then().statusCode(200);
    ACME.patch(id, 1, "{\"name\":{\"full\":\"Siti Rahma\"}}").then().statusCode(200);
    ACME.patch(id, 1, "{\"birthDate\":null}").then().statusCode(200);
    List<Seen> events = eventsOf(id, 2);

    assertThat(events)
        .extracting(Seen::type)
        .containsExactly("customer.registered", "customer.updated");
    assertThat(events).extracting(Seen::sequence).containsExactly(1L, 2L);
    JsonNode registered = json(events.getFirst());
    assertThat(registered.path("customerId").asText()).isEqualTo(id);
    assertThat(registered.path("kind").asText()).isEqualTo("PERSON");
    assertThat(registered.at("/person/name/full").asText()).isEqualTo("Siti Rahma");
    assertThat(registered.at("/person/birthDate").asText()).isEqualTo("1990-04-21");
    assertThat(registered.at("/person/contacts").findValuesAsText("value"))
        .containsExactly("Siti@example.com", "+628123456789");
    assertThat(registered.at("/person/identifiers/0/source").asText()).isEqualTo("acme");
    assertThat(registered.at("/person/gender").asText()).isEqualTo("FEMALE");
    assertThat(registered.at("/person/occupation").asText()).isEqualTo("Guru");
    assertThat(registered.at("/person/language").asText()).isEqualTo("id");
    assertThat(registered.at("/person/notes/0/text").asText()).isEqualTo("Kind");
    JsonNode updated = json(events.getLast());
    assertThat(updated.path("customerVersion").asInt()).isEqualTo(2);
    assertThat(updated.at("/person/birthDate").isMissingNode()).isTrue();
    assertThat(updated.at("/person/contacts")).hasSize(2);
    assertThat(updated.at("/source/form").asText()).isEqualTo("CORRECTION");
  }

  @Test
  void each_of_a_batch_is_told_once_with_the_first_sequence_of_its_key() {
    List<Body> batch = IntStream.range(0, 300).mapToObj(i -> known("Customer " + i)).toList();
    Set<String> ids = Set.copyOf(ACME.registerAll(batch).<List<String>>path("items.customerId"));
    ACME.registerAll(batch).then().statusCode(200);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        topics.published("customer.registered").stream()
                            .filter(event -> ids.contains(event.key().toString()))
                            .map(event -> event.key() + " " + event.sequence())
                            .sorted()
                            .toList())
                    .isEqualTo(ids.stream().map(id -> id + " 1").sorted().toList()));
  }

  @Test
  void a_refused_registration_is_not_told() {
    Body siti = known("Siti");
    ACME.registered(siti);
    ACME.register(Body.person("Canary").identifier("acme", siti.firstIdentifier()))
        .then()
        .statusCode(409);
    String later = ACME.registered(known("Later"));
    eventsOf(later, 1);
    assertThat(topics.decrypted(topics.on("crm.customer")))
        .anyMatch(event -> event.json().contains("Later"))
        .noneMatch(event -> event.json().contains("Canary"));
  }

  private List<Seen> eventsOf(String id, int count) {
    UUID key = UUID.fromString(id);
    return topics.decrypted(
        await()
            .until(
                () ->
                    topics.on("crm.customer").stream()
                        .filter(event -> event.key().equals(key))
                        .toList(),
                events -> events.size() >= count));
  }

  private static JsonNode json(Seen event) throws Exception {
    return new ObjectMapper().readTree(event.json());
  }
}
