package io.github.langgan.chassis.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DestroyedKeysTest {

  @Inject PersonalEvents events;
  @Inject PersonsHeard heard;
  @Inject RenewKeys renewKeys;
  @Inject ErasedSubjects erasedSubjects;
  @Inject Clock clock;
  @Inject TestTopics topics;

  private final UUID siti = UuidV7.next();

  @Test
  void once_the_key_is_destroyed_the_person_is_absent_and_the_rest_is_read() {
    PersonKeyCreatedV1 key = events.drawn(siti);
    events.tell(key);
    events.publish(key, "Siti");
    events.awaitHeard(siti, "Siti");
    heard.last.clear();

    topics.publish(
        Topics.KEYS,
        key.keyId(),
        PersonKeyDestroyedV1.TYPE,
        PersonalEvents.json(
            new PersonKeyDestroyedV1(
                key.keyId(), siti, "profile", Instant.parse("2026-02-01T00:00:00Z"))));
    await().until(() -> events.wrappedKeys(siti) == 0);
    events.publish(key, "Siti");

    await().until(() -> heard.last.containsKey(siti));
    assertThat(heard.last.get(siti).has("person")).isFalse();
    assertThat(heard.last.get(siti).path("number").intValue()).isOne();
  }

  @Test
  void an_erasure_destroys_the_keys_of_all_publishers_tells_of_our_own_and_makes_none_again() {
    PersonKeyCreatedV1 others = events.drawn(siti);
    events.tell(others);
    events.publish(others, "Siti");
    events.awaitHeard(siti, "Siti");
    events.append(siti, "Siti");
    UUID own =
        UUID.fromString(
            events.awaitPublished(siti, 1).getFirst().headers().get(CloudEventHeaders.PERSON_KEY));

    erase(siti);

    assertThat(events.wrappedKeys(siti)).isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(events.told(own))
                    .extracting(Seen::type)
                    .containsExactly(PersonKeyCreatedV1.TYPE, PersonKeyDestroyedV1.TYPE));
    assertThat(events.told(own)).extracting(Seen::sequence).containsExactly(1L, 2L);
    assertThat(events.count("SELECT count(*) FROM outbox_stream WHERE key = '%s'".formatted(own)))
        .isZero();
    events.append(siti, "Siti again");
    Seen after = events.awaitPublished(siti, 2).getLast();
    assertThat(after.json()).isEqualTo("{\"customerId\":\"%s\",\"number\":1}".formatted(siti));
    assertThat(after.headers()).doesNotContainKey(CloudEventHeaders.PERSON_KEY);
    events.tell(others);
    events.publish(others, "Siti");
    assertThat(events.wrappedKeys(siti)).isZero();
  }

  @Test
  void of_whom_nothing_was_published_nothing_will_be() {
    erase(siti);
    erase(siti);

    events.append(siti, "Siti");

    assertThat(events.awaitPublished(siti, 1).getFirst().json()).doesNotContain("person");
  }

  @Test
  void what_was_published_of_two_together_goes_with_either_of_them() {
    UUID budi = UuidV7.next();
    events.append(siti, "Siti alone");
    renew(siti, budi);
    events.append(siti, "Siti and Budi");
    renew(siti);
    events.append(siti, "Siti alone again");

    erase(budi);

    List<Seen> published = events.awaitPublished(siti, 3);
    assertThat(topics.decrypted(published))
        .extracting(event -> event.json().contains("alone"))
        .containsExactly(true, false, true);
    UUID shared = UUID.fromString(published.get(1).headers().get(CloudEventHeaders.PERSON_KEY));
    await()
        .untilAsserted(
            () ->
                assertThat(events.told(shared))
                    .extracting(Seen::type)
                    .containsExactly(PersonKeyCreatedV1.TYPE, PersonKeyDestroyedV1.TYPE));
  }

  @Test
  void an_erasure_that_comes_before_the_split_leaves_the_other_one_its_events() {
    UUID budi = UuidV7.next();
    renew(siti, budi);
    events.append(siti, "Siti and Budi");
    erase(budi);

    events.append(siti, "Siti alone");
    renew(siti);
    events.append(siti, "Siti alone");

    assertThat(topics.decrypted(events.awaitPublished(siti, 3)))
        .extracting(event -> event.json().contains("alone"))
        .containsExactly(false, true, true);
  }

  @Test
  void a_shared_key_of_another_publisher_is_destroyed_with_the_first_who_is_erased() {
    UUID budi = UuidV7.next();
    PersonKeyCreatedV1 alone = events.drawn(siti);
    PersonKeyCreatedV1 shared = events.drawn(siti, budi);
    events.tell(alone);
    events.tell(shared);
    events.publish(shared, "Siti and Budi");
    events.awaitHeard(siti, "Siti and Budi");
    assertThat(events.wrappedKeys(siti)).isEqualTo(2);

    erase(budi);

    assertThat(events.wrappedKeys(siti)).isOne();
    events.publish(alone, "Siti");
    events.awaitHeard(siti, "Siti");
  }

  @Test
  void who_is_erased_gets_no_other_key() {
    events.append(siti, "Siti");
    erase(siti);

    renew(siti, UuidV7.next());
    events.append(siti, "Siti");

    assertThat(events.awaitPublished(siti, 2).getLast().json()).doesNotContain("person");
  }

  private void renew(UUID survivor, UUID... merged) {
    QuarkusTransaction.requiringNew().run(() -> renewKeys.of(survivor, Set.of(merged)));
  }

  private void erase(UUID customer) {
    QuarkusTransaction.requiringNew()
        .run(() -> erasedSubjects.add(List.of(customer), clock.instant()));
  }
}
