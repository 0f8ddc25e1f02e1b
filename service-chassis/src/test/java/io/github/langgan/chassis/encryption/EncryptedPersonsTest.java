package io.github.langgan.chassis.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.encryption.SamplePersonal.Person;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.outbox.RelayFaultsOnDemand;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final String TYPE = "sample.personal";

  @Inject Outbox outbox;
  @Inject PersonsHeard heard;
  @Inject PersonKeys keys;
  @Inject ServiceKeys serviceKeys;
  @Inject RenewKeys renewKeys;
  @Inject ErasedSubjects erasedSubjects;
  @Inject Clock clock;
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
    append(siti, "Siti Canary");
    append(budi, "Budi Canary");
    append(siti, "Siti Canary again");
    assertThat(count("SELECT count(*) FROM outbox o WHERE o::text LIKE '%Canary%'")).isZero();
    faults.heal();

    List<Seen> seen = awaitPublished(siti, 2);
    UUID key = UUID.fromString(seen.getFirst().headers().get(CloudEventHeaders.PERSON_KEY));
    assertThat(seen).noneMatch(event -> event.json().contains("Canary"));
    assertThat(seen)
        .allMatch(
            event -> event.headers().get(CloudEventHeaders.PERSON_KEY).equals(key.toString()));
    assertThat(awaitPublished(budi, 1).getFirst().headers().get(CloudEventHeaders.PERSON_KEY))
        .isNotEqualTo(key.toString());
    List<Seen> told = told(key);
    assertThat(told).extracting(Seen::type).containsExactly(PersonKeyCreatedV1.TYPE);
    assertThat(decrypted(seen.getLast(), told.getFirst()))
        .isEqualTo("{\"name\":\"Siti Canary again\"}");
  }

  @Test
  void many_at_once_of_one_person_share_one_key() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        writers.add(pool.submit(() -> append(siti, "Siti")));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(awaitPublished(siti, 40))
        .extracting(event -> event.headers().get(CloudEventHeaders.PERSON_KEY))
        .doesNotContainNull()
        .containsOnly(
            awaitPublished(siti, 40).getFirst().headers().get(CloudEventHeaders.PERSON_KEY));
  }

  @Test
  void the_longest_person_still_fits_into_an_event() {
    append(siti, "x".repeat(PersonalEvent.MOST_PERSON_BYTES - "{\"name\":\"\"}".length()));

    assertThat(awaitPublished(siti, 1).getFirst().json())
        .hasSizeGreaterThan(PersonalEvent.MOST_PERSON_BYTES);
  }

  @Test
  void who_is_told_the_key_reads_the_person() {
    PersonKeyCreatedV1 key = drawn();
    tell(key);
    publish(key, "Siti");

    awaitHeard("Siti");
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
    PersonKeyCreatedV1 key = drawn();
    UUID event =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  // the key is told, but whoever keeps it is slow
                  jdbi.useHandle(
                      handle -> handle.execute("LOCK TABLE person_key IN EXCLUSIVE MODE"));
                  tell(key);
                  UUID published = publish(key, "Siti");
                  // longer than what fails would be tried again
                  await()
                      .during(Duration.ofMillis(2500))
                      .until(() -> !heard.last.containsKey(siti) && parked(published) == 0);
                  return published;
                });

    awaitHeard("Siti");
    assertThat(parked(event)).isZero();
  }

  @Test
  void an_event_whose_key_nobody_tells_is_parked() {
    UUID event = publish(drawn(), "Siti");

    await().untilAsserted(() -> assertThat(parked(event)).isOne());
    assertThat(heard.last).doesNotContainKey(siti);
  }

  @Test
  void what_is_not_encrypted_is_read_as_it_is() {
    topics.publish(PersonsHeard.TOPIC, siti, TYPE, json("Siti"));

    awaitHeard("Siti");
  }

  @Test
  void once_the_key_is_destroyed_the_person_is_absent_and_the_rest_is_read() {
    PersonKeyCreatedV1 key = drawn();
    tell(key);
    publish(key, "Siti");
    awaitHeard("Siti");
    heard.last.clear();

    topics.publish(
        Topics.KEYS,
        key.keyId(),
        PersonKeyDestroyedV1.TYPE,
        json(
            new PersonKeyDestroyedV1(
                key.keyId(), siti, "profile", Instant.parse("2026-02-01T00:00:00Z"))));
    await().until(() -> wrappedKeys() == 0);
    publish(key, "Siti");

    await().until(() -> heard.last.containsKey(siti));
    assertThat(heard.last.get(siti).has("person")).isFalse();
    assertThat(heard.last.get(siti).path("number").intValue()).isOne();
  }

  @Test
  void an_erasure_destroys_the_keys_of_all_publishers_tells_of_our_own_and_makes_none_again() {
    PersonKeyCreatedV1 others = drawn();
    tell(others);
    publish(others, "Siti");
    awaitHeard("Siti");
    append(siti, "Siti");
    UUID own =
        UUID.fromString(
            awaitPublished(siti, 1).getFirst().headers().get(CloudEventHeaders.PERSON_KEY));

    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(siti), clock.instant()));

    assertThat(wrappedKeys()).isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(told(own))
                    .extracting(Seen::type)
                    .containsExactly(PersonKeyCreatedV1.TYPE, PersonKeyDestroyedV1.TYPE));
    assertThat(told(own)).extracting(Seen::sequence).containsExactly(1L, 2L);
    assertThat(count("SELECT count(*) FROM outbox_stream WHERE key = '%s'".formatted(own)))
        .isZero();
    append(siti, "Siti again");
    Seen after = awaitPublished(siti, 2).getLast();
    assertThat(after.json()).isEqualTo("{\"customerId\":\"%s\",\"number\":1}".formatted(siti));
    assertThat(after.headers()).doesNotContainKey(CloudEventHeaders.PERSON_KEY);
    tell(others);
    publish(others, "Siti");
    assertThat(wrappedKeys()).isZero();
  }

  @Test
  void of_whom_nothing_was_published_nothing_will_be() {
    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(siti), clock.instant()));
    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(siti), clock.instant()));

    append(siti, "Siti");

    assertThat(awaitPublished(siti, 1).getFirst().json()).doesNotContain("person");
  }

  @Test
  void what_was_published_of_two_together_goes_with_either_of_them() {
    UUID budi = UuidV7.next();
    append(siti, "Siti alone");
    renew(siti, budi);
    append(siti, "Siti and Budi");
    renew(siti);
    append(siti, "Siti alone again");

    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(budi), clock.instant()));

    List<Seen> events = awaitPublished(siti, 3);
    assertThat(topics.decrypted(events))
        .extracting(event -> event.json().contains("alone"))
        .containsExactly(true, false, true);
    UUID shared = UUID.fromString(events.get(1).headers().get(CloudEventHeaders.PERSON_KEY));
    await()
        .untilAsserted(
            () ->
                assertThat(told(shared))
                    .extracting(Seen::type)
                    .containsExactly(PersonKeyCreatedV1.TYPE, PersonKeyDestroyedV1.TYPE));
  }

  @Test
  void an_erasure_that_comes_before_the_split_leaves_the_other_one_its_events() {
    UUID budi = UuidV7.next();
    renew(siti, budi);
    append(siti, "Siti and Budi");
    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(budi), clock.instant()));

    append(siti, "Siti alone");
    renew(siti);
    append(siti, "Siti alone");

    assertThat(topics.decrypted(awaitPublished(siti, 3)))
        .extracting(event -> event.json().contains("alone"))
        .containsExactly(false, true, true);
  }

  @Test
  void a_shared_key_of_another_publisher_is_destroyed_with_the_first_who_is_erased() {
    UUID budi = UuidV7.next();
    PersonKeyCreatedV1 alone = drawn();
    WrappedKey wrapped = serviceKeys.draw().wrapped();
    var shared =
        new PersonKeyCreatedV1(
            UuidV7.next(), siti, Set.of(budi), "profile", wrapped.by(), wrapped.bytes());
    tell(alone);
    tell(shared);
    publish(shared, "Siti and Budi");
    awaitHeard("Siti and Budi");
    assertThat(wrappedKeys()).isEqualTo(2);

    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(budi), clock.instant()));

    assertThat(wrappedKeys()).isOne();
    publish(alone, "Siti");
    awaitHeard("Siti");
  }

  @Test
  void who_is_erased_gets_no_other_key() {
    append(siti, "Siti");
    QuarkusTransaction.requiringNew().run(() -> erasedSubjects.add(List.of(siti), clock.instant()));

    renew(siti, UuidV7.next());
    append(siti, "Siti");

    assertThat(awaitPublished(siti, 2).getLast().json()).doesNotContain("person");
  }

  private void renew(UUID survivor, UUID... merged) {
    QuarkusTransaction.requiringNew().run(() -> renewKeys.of(survivor, Set.of(merged)));
  }

  private void append(UUID customer, String name) {
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new SamplePersonal(customer, 1, new Person(name))));
  }

  private PersonKeyCreatedV1 drawn() {
    WrappedKey wrapped = serviceKeys.draw().wrapped();
    return new PersonKeyCreatedV1(
        UuidV7.next(), siti, null, "profile", wrapped.by(), wrapped.bytes());
  }

  private void tell(PersonKeyCreatedV1 key) {
    topics.publish(Topics.KEYS, key.keyId(), PersonKeyCreatedV1.TYPE, json(key));
  }

  private UUID publish(PersonKeyCreatedV1 key, String name) {
    SecretKey secret = serviceKeys.unwrap(new WrappedKey(key.wrappedBy(), key.wrapped()));
    String person = PersonCipher.encrypt(json(new Person(name)).getBytes(UTF_8), secret);
    return topics.publish(
        PersonsHeard.TOPIC,
        siti,
        TYPE,
        "{\"number\":1,\"person\":\"%s\"}".formatted(person),
        Map.of(CloudEventHeaders.PERSON_KEY, key.keyId().toString()));
  }

  private void awaitHeard(String name) {
    await()
        .until(
            () -> {
              JsonNode last = heard.last.get(siti);
              return last != null && name.equals(last.at("/person/name").textValue());
            });
  }

  private List<Seen> awaitPublished(UUID key, int many) {
    return await()
        .until(
            () -> topics.published(TYPE).stream().filter(one -> one.key().equals(key)).toList(),
            seen -> seen.size() >= many);
  }

  private List<Seen> told(UUID key) {
    return topics.on(Topics.KEYS).stream().filter(one -> one.key().equals(key)).toList();
  }

  private String decrypted(Seen event, Seen key) {
    var told = EventJson.read(key.json().getBytes(UTF_8), PersonKeyCreatedV1.class);
    SecretKey secret = serviceKeys.unwrap(new WrappedKey(told.wrappedBy(), told.wrapped()));
    String person =
        EventJson.read(event.json().getBytes(UTF_8), Map.class).get("person").toString();
    return new String(PersonCipher.decrypt(person, secret), UTF_8);
  }

  private long wrappedKeys() {
    return count(
        "SELECT count(*) FROM person_key WHERE wrapped IS NOT NULL AND data_subject = '"
            + siti
            + "'");
  }

  private long parked(UUID event) {
    return count("SELECT count(*) FROM parked_event WHERE event_id = '" + event + "'");
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static String json(String name) {
    return "{\"number\":1,\"person\":{\"name\":\"%s\"}}".formatted(name);
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
