package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.encryption.EncryptPersons;
import io.github.langgan.chassis.encryption.PersonKeys;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.sql.AfterCommit;
import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.chassis.tracing.TraceParent;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
  private final WriteEvents events;
  private final AfterCommit afterCommit;

  Outbox(
      Jdbi jdbi,
      Clock clock,
      Topics topics,
      OutboxRelay relay,
      AppendedEvents appended,
      EncryptPersons persons,
      WriteEvents events,
      AfterCommit afterCommit) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.topics = topics;
    this.relay = relay;
    this.appended = appended;
    this.persons = persons;
    this.events = events;
    this.afterCommit = afterCommit;
  }

  public Position append(PublishedEvent event) {
    return append(List.of(event)).getFirst();
  }

  /** One statement for all; returns their positions in the same order. */
  public List<Position> append(List<? extends PublishedEvent> events) {
    return appendEffects(effects(events));
  }

  /** Events that a listener publishes because of events that it received: they keep the trace. */
  public List<Position> appendEffects(List<Effect> effects) {
    if (effects.isEmpty()) {
      return List.of();
    }
    PersonKeys.Own keys = keysOf(effects);
    return store(events.write(withKeys(keys, effects), keys.keys()), keys.created().size());
  }

  /**
   * For many events: they are encrypted while the caller does what else there is to do, and are
   * {@linkplain #append(PreparedEvents) appended} then, in the same transaction.
   */
  public PreparedEvents prepare(List<? extends PublishedEvent> many) {
    List<Effect> effects = effects(many);
    PersonKeys.Own keys = keysOf(effects);
    List<Effect> all = withKeys(keys, effects);
    return new PreparedEvents(
        keys.created().size(), CompletableFuture.supplyAsync(() -> events.write(all, keys.keys())));
  }

  public List<Position> append(PreparedEvents prepared) {
    List<WrittenEvent> written = prepared.written();
    return written.isEmpty() ? List.of() : store(written, prepared.keys());
  }

  private static List<Effect> effects(List<? extends PublishedEvent> events) {
    return events.stream().map(event -> new Effect(event, null)).toList();
  }

  private PersonKeys.Own keysOf(List<Effect> effects) {
    return persons.keysFor(effects.stream().map(Effect::event).toList());
  }

  private static List<Effect> withKeys(PersonKeys.Own keys, List<Effect> effects) {
    List<Effect> all = new ArrayList<>(keys.created().size() + effects.size());
    keys.created().forEach(created -> all.add(new Effect(created, null)));
    all.addAll(effects);
    return all;
  }

  private List<Position> store(List<WrittenEvent> written, int keys) {
    written.forEach(one -> appended.appended(one.event()));
    Columns<WrittenEvent> columns = Columns.of(written);
    @Nullable String trace = TraceParent.current();
    List<Long> sequences =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(APPEND)
                    .bind("keys", columns.uuids(one -> one.event().key()))
                    .bind("types", columns.texts(one -> one.event().type()))
                    .bind("versions", columns.ints(one -> one.event().version()))
                    .bind("subjects", columns.texts(one -> one.event().subject()))
                    .bind("traces", columns.texts(one -> one.traceparent(trace)))
                    .bind("causes", columns.texts(WrittenEvent::cause))
                    .bind("data", columns.texts(WrittenEvent::data))
                    .bind("topics", columns.texts(one -> one.event().topic()))
                    .bind("personKeys", columns.uuids(WrittenEvent::personKey))
                    .bind("sequences", columns.longs(one -> one.event().sequence()))
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .mapTo(Long.class)
                    .list());
    afterCommit.wake(Outbox.class, relay::wake);
    List<Position> positions = new ArrayList<>(written.size() - keys);
    for (int i = keys; i < sequences.size(); i++) {
      PublishedEvent event = written.get(i).event();
      String topic = event.topic() == null ? topics.own() : event.topic();
      positions.add(new Position(topic, event.key(), sequences.get(i)));
    }
    return positions;
  }
}
