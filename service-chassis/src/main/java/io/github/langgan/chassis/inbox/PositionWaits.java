package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Position;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;

/**
 * The callers that wait for positions. The database is asked for all of them at once, so a thousand
 * cost it what one does.
 */
@Singleton
class PositionWaits {

  static final Duration STEP = Duration.ofMillis(10);

  private static final String MISSING =
      """
      SELECT DISTINCT wait
        FROM unnest(:waits::int[], :topics::text[], :origins::text[], :keys::uuid[],
                    :sequences::bigint[]) AS asked(wait, topic, origin, key, sequence)
       WHERE NOT EXISTS (SELECT FROM inbox_stream s
                          WHERE s.key = asked.key AND s.topic = asked.topic
                            AND s.origin = asked.origin AND s.last_sequence >= asked.sequence)
      """;

  private final Jdbi jdbi;
  private final Collection<Wait> waits = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asking = new AtomicBoolean();

  PositionWaits(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Wait(String topic, List<Position> positions, CompletableFuture<Boolean> reached) {}

  /** False when the time ran out. */
  boolean await(String topic, Collection<Position> positions, Duration longest) {
    Wait wait = new Wait(topic, List.copyOf(positions), new CompletableFuture<>());
    if (missing(List.of(wait)).isEmpty()) {
      return true;
    }
    if (!longest.isPositive()) {
      return false;
    }
    waits.add(wait);
    askOn();
    try {
      return wait.reached.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLong) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } finally {
      waits.remove(wait);
    }
  }

  private void askOn() {
    if (asking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("position-waits").start(this::askUntilNobodyWaits);
    }
  }

  private void askUntilNobodyWaits() {
    Duration pause = STEP;
    while (!waits.isEmpty()) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stopping) {
        break;
      }
      long asked = System.nanoTime();
      answer(List.copyOf(waits));
      Duration took = Duration.ofNanos(System.nanoTime() - asked);
      // so that a database under load isn't asked the more, the slower it answers
      pause = took.compareTo(STEP) > 0 ? took.multipliedBy(3) : STEP;
    }
    asking.set(false);
    if (!waits.isEmpty()) { // came between the last look and the word that nobody looks
      askOn();
    }
  }

  private void answer(List<Wait> waiting) {
    try {
      Set<Integer> missing = missing(waiting);
      for (int i = 0; i < waiting.size(); i++) {
        if (!missing.contains(i)) {
          waiting.get(i).reached.complete(true);
        }
      }
    } catch (RuntimeException failed) {
      waiting.forEach(wait -> wait.reached.completeExceptionally(failed));
    }
  }

  /** The places of those that lack a position still. */
  private Set<Integer> missing(List<Wait> waiting) {
    List<Integer> places = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    List<UUID> keys = new ArrayList<>();
    List<Long> sequences = new ArrayList<>();
    for (int place = 0; place < waiting.size(); place++) {
      for (Position position : waiting.get(place).positions) {
        places.add(place);
        topics.add(waiting.get(place).topic);
        origins.add(position.topic());
        keys.add(position.key());
        sequences.add(position.sequence());
      }
    }
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(MISSING)
                    .bind("waits", places.toArray(Integer[]::new))
                    .bind("topics", topics.toArray(String[]::new))
                    .bind("origins", origins.toArray(String[]::new))
                    .bind("keys", keys.toArray(UUID[]::new))
                    .bind("sequences", sequences.toArray(Long[]::new))
                    .mapTo(Integer.class)
                    .list()));
  }
}
