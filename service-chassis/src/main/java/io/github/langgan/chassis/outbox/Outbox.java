package io.github.langgan.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.encryption.EncryptPersons;
import io.github.langgan.chassis.encryption.PersonKey;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.tracing.TraceParent;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in the business transaction; the relay publishes them after its commit. The rows
 * that the caller changes must be locked by then: the key's sequence is drawn here, under a lock
 * that is held until the commit, so that a key's events are published in the order of its commits.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {

  /** Leaves room for headers below the broker's usual limit of 1 MiB. */
  static final int MAX_BYTES = 900_000;

  private static final String APPEND =
      """
      WITH incoming AS (
        SELECT * FROM unnest(:keys::uuid[], :types::text[], :versions::int[], :subjects::text[],
                             :traces::text[], :causes::text[], :data::text[], :topics::text[],
                             :personKeys::uuid[], :sequences::bigint[])
          WITH ORDINALITY AS e(key, type, version, subject, traceparent, causation, data, topic,
                               person_key, certain, n)
      ), stream AS (
        INSERT INTO outbox_stream AS s (key, last_sequence)
        SELECT key, count(*) FROM incoming WHERE certain IS NULL GROUP BY key ORDER BY key
        ON CONFLICT (key) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
        RETURNING key, last_sequence
      ), numbered AS (
        SELECT i.*, coalesce(certain, s.last_sequence - count(*) OVER (PARTITION BY i.key)
                                      + row_number() OVER (PARTITION BY i.key ORDER BY i.n))
                      AS sequence
          FROM incoming i LEFT JOIN stream s USING (key)
      ), stored AS (
        INSERT INTO outbox (event_id, key, sequence, type, version, subject, occurred_at,
                            traceparent, causation, data, topic, person_key)
        SELECT uuidv7(), key, sequence, type, version, subject, :at, traceparent, causation, data,
               topic, person_key
          FROM numbered ORDER BY n
        RETURNING 1
      )
      SELECT sequence FROM numbered ORDER BY n
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Topics topics;
  private final OutboxRelay relay;
  private final AppendedEvents appended;
  private final EncryptPersons persons;
  private final TransactionSynchronizationRegistry transaction;

  Outbox(
      Jdbi jdbi,
      Clock clock,
      Topics topics,
      OutboxRelay relay,
      AppendedEvents appended,
      EncryptPersons persons,
      TransactionSynchronizationRegistry transaction) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.topics = topics;
    this.relay = relay;
    this.appended = appended;
    this.persons = persons;
    this.transaction = transaction;
  }

  public Position append(PublishedEvent event) {
    return append(List.of(event)).getFirst();
  }

  /** One statement for all; returns their positions in the same order. */
  public List<Position> append(List<? extends PublishedEvent> events) {
    return store(events.stream().map(event -> new Effect(event, null)).toList());
  }

  /** Events that a listener publishes because of events that it received: they keep the trace. */
  public List<Position> appendEffects(List<Effect> effects) {
    return store(effects);
  }

  private List<Position> store(List<Effect> effects) {
    if (effects.isEmpty()) {
      return List.of();
    }
    PersonKeys.Own keys = persons.keysFor(effects.stream().map(Effect::event).toList());
    List<Effect> all = new ArrayList<>(keys.created().size() + effects.size());
    keys.created().forEach(created -> all.add(new Effect(created, null)));
    all.addAll(effects);
    List<Position> positions = write(all, keys.keys());
    wakeRelayAfterCommit();
    return positions.subList(keys.created().size(), positions.size());
  }

  private List<Position> write(List<Effect> effects, Map<UUID, PersonKey> personKeys) {
    int size = effects.size();
    UUID[] keys = new UUID[size];
    String[] types = new String[size];
    Integer[] versions = new Integer[size];
    String[] subjects = new String[size];
    String[] traces = new String[size];
    String[] causes = new String[size];
    String[] data = written(effects, personKeys);
    @Nullable Long[] sequences = new Long[size];
    @Nullable String[] topicNames = new String[size];
    @Nullable UUID[] encryptedWith = new UUID[size];
    @Nullable String currentTrace = TraceParent.current();
    for (int i = 0; i < size; i++) {
      PublishedEvent event = effects.get(i).event();
      @Nullable ReceivedEvent cause = effects.get(i).cause();
      keys[i] = event.key();
      types[i] = event.type();
      versions[i] = event.version();
      subjects[i] = event.subject();
      traces[i] = cause == null || cause.traceparent() == null ? currentTrace : cause.traceparent();
      causes[i] = cause == null ? null : cause.position().toString();
      topicNames[i] = event.topic();
      sequences[i] = event.sequence();
      appended.appended(event);
      if (event instanceof PersonalEvent personal) {
        PersonKey key = keyOf(personal, personKeys);
        encryptedWith[i] = key.key() == null ? null : key.id();
      }
    }
    List<Long> drawn =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(APPEND)
                    .bind("keys", keys)
                    .bind("types", types)
                    .bind("versions", versions)
                    .bind("subjects", subjects)
                    .bind("traces", traces)
                    .bind("causes", causes)
                    .bind("data", data)
                    .bind("topics", topicNames)
                    .bind("personKeys", encryptedWith)
                    .bind("sequences", sequences)
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .mapTo(Long.class)
                    .list());
    List<Position> positions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String topic = topicNames[i] == null ? topics.own() : topicNames[i];
      positions.add(new Position(topic, keys[i], drawn.get(i)));
    }
    return positions;
  }

  /** Encrypting is most of an event's work, so that it is shared out among processors. */
  private String[] written(List<Effect> effects, Map<UUID, PersonKey> personKeys) {
    return IntStream.range(0, effects.size())
        .parallel()
        .mapToObj(i -> written(effects.get(i).event(), personKeys))
        .toArray(String[]::new);
  }

  private String written(PublishedEvent event, Map<UUID, PersonKey> personKeys) {
    return checkedForSize(
        event,
        event instanceof PersonalEvent personal
            ? persons.written(personal, keyOf(personal, personKeys))
            : EventJson.write(event));
  }

  private static PersonKey keyOf(PersonalEvent event, Map<UUID, PersonKey> personKeys) {
    return requireNonNull(personKeys.get(event.dataSubject()));
  }

  private static String checkedForSize(PublishedEvent event, byte[] json) {
    if (json.length > MAX_BYTES) {
      throw new EventTooLarge(event.type(), json.length);
    }
    return new String(json, UTF_8);
  }

  private void wakeRelayAfterCommit() {
    if (transaction.getResource(Outbox.class) != null) {
      return;
    }
    transaction.putResource(Outbox.class, true);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              relay.wake();
            }
          }
        });
  }
}
