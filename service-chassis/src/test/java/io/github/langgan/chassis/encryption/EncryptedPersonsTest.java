package io.github.langgan.chassis.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.RelayFaultsOnDemand;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EncryptedPersonsTest {

  @Inject PersonalEvents events;
  @Inject PersonsHeard heard;
  @Inject ServiceKeys serviceKeys;
  @Inject TestTopics topics;
  @Inject RelayFaultsOnDemand faults;
  @Inject Jdbi jdbi;

  private final UUID siti = UuidV7.next();

  @AfterEach
  void heal() {
    faults.heal();
  }

  @Test
  void a_person_leaves_encrypted_with_a_key_of_its_own_that_is_told_before() {
    faults.stopBeforeReading();
    UUID budi = UuidV7.next();
    events.append(siti, "Siti Canary");
    events.append(budi, "Budi Canary");
    events.append(siti, "Siti Canary again");
    assertThat(events.count("SELECT count(*) FROM outbox o WHERE o::text LIKE '%Canary%'"))
        .isZero();
    faults.heal();

    List<Seen> seen = events.awaitPublished(siti, 2);
    UUID key = UUID.fromString(seen.getFirst().headers().get(CloudEventHeaders.PERSON_KEY));
    assertThat(seen).noneMatch(event -> event.json().contains("Canary"));
    assertThat(seen)
        .allMatch(
            event -> event.headers().get(CloudEventHeaders.PERSON_KEY).equals(key.toString()));
    assertThat(
            events.awaitPublished(budi, 1).getFirst().headers().get(CloudEventHeaders.PERSON_KEY))
        .isNotEqualTo(key.toString());
    List<Seen> told = events.told(key);
    assertThat(told).extracting(Seen::type).containsExactly(PersonKeyCreatedV1.TYPE);
    assertThat(decrypted(seen.getLast(), told.getFirst()))
        .isEqualTo("{\"name\":\"Siti Canary again\"}");
  }

  @Test
  void many_at_once_of_one_person_share_one_key() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        writers.add(pool.submit(() -> events.append(siti, "Siti")));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(events.awaitPublished(siti, 40))
        .extracting(event -> event.headers().get(CloudEventHeaders.PERSON_KEY))
        .doesNotContainNull()
        .containsOnly(
            events.awaitPublished(siti, 40).getFirst().headers().get(CloudEventHeaders.PERSON_KEY));
  }

  @Test
  void the_longest_person_still_fits_into_an_event() {
    events.append(siti, "x".repeat(PersonalEvent.MOST_PERSON_BYTES - "{\"name\":\"\"}".length()));

    assertThat(events.awaitPublished(siti, 1).getFirst().json())
        .hasSizeGreaterThan(PersonalEvent.MOST_PERSON_BYTES);
  }

  @Test
  void who_is_told_the_key_reads_the_person() {
    PersonKeyCreatedV1 key = events.drawn(siti);
    events.tell(key);
    events.publish(key, "Siti");

    events.awaitHeard(siti, "Siti");
  }

  @Test
  void where_the_person_is_not_read_it_stays_encrypted_and_its_key_is_not_waited_for() {
    topics.publish(
        PersonsHeard.TOPIC,
        siti,
        PersonsHeard.UNREAD,
        "{\"number\":1,\"person\":\"sealed\"}",
        Map.of(CloudEventHeaders.PERSON_KEY, UuidV7.next().toString()));

    await().until(() -> heard.last.containsKey(siti));
    assertThat(heard.last.get(siti).path("person").textValue()).isEqualTo("sealed");
  }

  @Test
  void an_event_waits_for_its_key() {
    PersonKeyCreatedV1 key = events.drawn(siti);
    UUID event =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  // the key is told, but whoever keeps it is slow
                  jdbi.useHandle(
                      handle -> handle.execute("LOCK TABLE person_key IN EXCLUSIVE MODE"));
                  events.tell(key);
                  UUID published = events.publish(key, "Siti");
                  // longer than what fails would be tried again
                  await()
                      .during(Duration.ofMillis(2500))
                      .until(() -> !heard.last.containsKey(siti) && parked(published) == 0);
                  return published;
                });

    events.awaitHeard(siti, "Siti");
    assertThat(parked(event)).isZero();
  }

  @Test
  void an_event_whose_key_nobody_tells_is_parked() {
    UUID event = events.publish(events.drawn(siti), "Siti");

    await().untilAsserted(() -> assertThat(parked(event)).isOne());
    assertThat(heard.last).doesNotContainKey(siti);
  }

  @Test
  void what_is_not_encrypted_is_read_as_it_is() {
    topics.publish(PersonsHeard.TOPIC, siti, PersonalEvents.TYPE, json("Siti"));

    events.awaitHeard(siti, "Siti");
  }

  private String decrypted(Seen event, Seen key) {
    var told = EventJson.read(key.json().getBytes(UTF_8), PersonKeyCreatedV1.class);
    SecretKey secret = serviceKeys.unwrap(new WrappedKey(told.wrappedBy(), told.wrapped()));
    String person =
        EventJson.read(event.json().getBytes(UTF_8), Map.class).get("person").toString();
    return new String(PersonCipher.decrypt(person, secret), UTF_8);
  }

  private long parked(UUID event) {
    return events.count("SELECT count(*) FROM parked_event WHERE event_id = '" + event + "'");
  }

  private static String json(String name) {
    return "{\"number\":1,\"person\":{\"name\":\"%s\"}}".formatted(name);
  }
}
