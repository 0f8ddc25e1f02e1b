package io.github.langgan.chassis.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.encryption.SamplePersonal.Person;
import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Jdbi;

/** What is published with and without keys, by this service and by another one. */
@Singleton
class PersonalEvents {

  static final String TYPE = "sample.personal";

  @Inject Outbox outbox;
  @Inject PersonsHeard heard;
  @Inject ServiceKeys serviceKeys;
  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  void append(UUID customer, String name) {
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new SamplePersonal(customer, 1, new Person(name))));
  }

  /** Of another service, which nobody is told of yet. */
  PersonKeyCreatedV1 drawn(UUID customer, UUID... others) {
    WrappedKey wrapped = serviceKeys.draw().wrapped();
    return new PersonKeyCreatedV1(
        UuidV7.next(),
        customer,
        others.length == 0 ? null : Set.of(others),
        "profile",
        wrapped.by(),
        wrapped.bytes());
  }

  void tell(PersonKeyCreatedV1 key) {
    topics.publish(Topics.KEYS, key.keyId(), PersonKeyCreatedV1.TYPE, json(key));
  }

  UUID publish(PersonKeyCreatedV1 key, String name) {
    SecretKey secret = serviceKeys.unwrap(new WrappedKey(key.wrappedBy(), key.wrapped()));
    String person = PersonCipher.encrypt(json(new Person(name)).getBytes(UTF_8), secret);
    return topics.publish(
        PersonsHeard.TOPIC,
        key.dataSubject(),
        TYPE,
        "{\"number\":1,\"person\":\"%s\"}".formatted(person),
        Map.of(CloudEventHeaders.PERSON_KEY, key.keyId().toString()));
  }

  void awaitHeard(UUID customer, String name) {
    await()
        .until(
            () -> {
              JsonNode last = heard.last.get(customer);
              return last != null && name.equals(last.at("/person/name").textValue());
            });
  }

  List<Seen> awaitPublished(UUID key, int many) {
    return await()
        .until(
            () -> topics.published(TYPE).stream().filter(one -> one.key().equals(key)).toList(),
            seen -> seen.size() >= many);
  }

  List<Seen> told(UUID key) {
    return topics.on(Topics.KEYS).stream().filter(one -> one.key().equals(key)).toList();
  }

  long wrappedKeys(UUID customer) {
    return count(
        "SELECT count(*) FROM person_key WHERE wrapped IS NOT NULL AND data_subject = '"
            + customer
            + "'");
  }

  long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
