package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.tracing.EventSpans;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One transaction: the ids enter the inbox, the new events are applied, the streams advance. Ids
 * that are there already drop out, so an event that comes twice has one effect.
 */
@Singleton
class InboxBatch {

  private static final String MARK =
      """
      INSERT INTO inbox (event_id, received_at) SELECT id, :at FROM unnest(:ids::uuid[]) AS id
      ON CONFLICT DO NOTHING RETURNING event_id
      """;

  private static final String ADVANCE =
      """
      INSERT INTO inbox_stream AS s (topic, origin, key, last_sequence)
      SELECT :topic, origin, key, max(sequence)
        FROM unnest(:origins::text[], :keys::uuid[], :sequences::bigint[]) AS e(origin, key, sequence)
       GROUP BY origin, key ORDER BY key, origin
      ON CONFLICT (key, topic, origin) DO UPDATE
         SET last_sequence = greatest(s.last_sequence, excluded.last_sequence)
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final ParkedEvents parked;
  private final InboxMetrics metrics;
  private final EventSpans spans;
  private final DecryptPersons persons;
  private final Topics topics;

  InboxBatch(
      Jdbi jdbi,
      Clock clock,
      ParkedEvents parked,
      InboxMetrics metrics,
      EventSpans spans,
      DecryptPersons persons,
      Topics topics) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.parked = parked;
    this.metrics = metrics;
    this.spans = spans;
    this.persons = persons;
    this.topics = topics;
  }

  /** Throws what the listener throws, and {@link UnreadableEvent}; nothing is changed then. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void apply(TopicListener listener, List<InboxRecord> records) {
    Set<String> types = listener.types();
    List<InboxRecord> concerning =
        records.stream().filter(one -> !isOwn(one) || takesOwn(listener, types, one)).toList();
    metrics.skipped(listener.topic(), records.size() - concerning.size());
    if (!concerning.isEmpty()) {
      apply(listener, types, parkBehind(listener.topic(), concerning));
    }
  }

  /** For records that no parked one stands before. */
  @Transactional(Transactional.TxType.MANDATORY)
  void applyAdmitted(TopicListener listener, List<InboxRecord> admitted) {
    apply(listener, listener.types(), admitted);
  }

  private void apply(TopicListener listener, Set<String> types, List<InboxRecord> admitted) {
    List<ReceivedEvent> read = new ArrayList<>(admitted.size());
    List<ReceivedEvent> wanted = new ArrayList<>(admitted.size());
    for (InboxRecord record : admitted) {
      ReceivedEvent event = record.event();
      if (!isOwn(record)) { // for what a service wrote itself nobody waits there
        read.add(event);
      }
      if (isOwn(record) ? takesOwn(listener, types, record) : types.contains(event.type())) {
        wanted.add(event);
      }
    }
    metrics.skipped(listener.topic(), admitted.size() - wanted.size());
    List<ReceivedEvent> fresh = markApplied(wanted);
    if (!fresh.isEmpty()) {
      spans.around(
          listener.topic(), persons.decrypt(fresh, listener::readsPerson), listener::apply);
    }
    advance(listener.topic(), read);
    metrics.applied(listener.topic(), fresh.size(), wanted.size() - fresh.size());
  }

  private boolean isOwn(InboxRecord record) {
    return topics.source().equals(record.source());
  }

  private static boolean takesOwn(TopicListener listener, Set<String> types, InboxRecord record) {
    return listener.takesOwn() && record.type() != null && types.contains(record.type());
  }

  /** Events whose key has a parked one go behind it, whatever their type. */
  private List<InboxRecord> parkBehind(String topic, List<InboxRecord> records) {
    Set<String> blocked =
        parked.lockKeys(topic, records.stream().map(InboxRecord::key).distinct().toList());
    if (blocked.isEmpty()) {
      return records;
    }
    Map<Boolean, List<InboxRecord>> split =
        records.stream()
            .collect(java.util.stream.Collectors.partitioningBy(r -> blocked.contains(r.key())));
    parked.parkBehind(split.get(true));
    return split.get(false);
  }

  private List<ReceivedEvent> markApplied(List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return events;
    }
    UUID[] ids = events.stream().map(ReceivedEvent::id).toArray(UUID[]::new);
    Set<UUID> fresh =
        jdbi.withHandle(
            handle ->
                new HashSet<>(
                    handle
                        .createQuery(MARK)
                        .bind("ids", ids)
                        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .mapTo(UUID.class)
                        .list()));
    // remove, not contains: an id twice in one batch counts once
    return events.stream().filter(event -> fresh.remove(event.id())).toList();
  }

  private void advance(String topic, List<ReceivedEvent> events) {
    Map<Stream, Long> reached = new HashMap<>();
    for (ReceivedEvent event : events) {
      reached.merge(new Stream(topic, event.key()), event.sequence(), Math::max);
      Position cause = event.causation();
      if (cause != null) {
        reached.merge(new Stream(cause.topic(), cause.key()), cause.sequence(), Math::max);
      }
    }
    if (reached.isEmpty()) {
      return;
    }
    List<Map.Entry<Stream, Long>> entries = List.copyOf(reached.entrySet());
    jdbi.useHandle(
        (Handle handle) ->
            handle
                .createUpdate(ADVANCE)
                .bind("topic", topic)
                .bind(
                    "origins",
                    entries.stream().map(e -> e.getKey().origin()).toArray(String[]::new))
                .bind("keys", entries.stream().map(e -> e.getKey().key()).toArray(UUID[]::new))
                .bind("sequences", entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .execute());
  }

  private record Stream(String origin, UUID key) {}
}
