package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.Position;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/** Waits until this service's views include what a caller has written elsewhere. */
@Singleton
public class Positions {

  private static final Duration STEP = Duration.ofMillis(10);

  private final Jdbi jdbi;

  Positions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Waits until the events of {@code topic} that were applied include each position: itself when it
   * is of that topic, an effect of it (or of a later one of its key) when it is of another. False
   * when the time ran out. Blocks; call it outside any transaction.
   */
  public boolean await(String topic, Collection<Position> positions, Duration longest) {
    return positions.isEmpty() || await(() -> reached(topic, positions), longest);
  }

  /** Asks again and again, at once first; false when the time ran out. */
  public static boolean await(BooleanSupplier condition, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private boolean reached(String topic, Collection<Position> positions) {
    List<Position> asked = List.copyOf(positions);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) = 0
                      FROM unnest(:origins::text[], :keys::uuid[], :sequences::bigint[])
                             AS asked(origin, key, sequence)
                     WHERE NOT EXISTS (SELECT FROM inbox_stream s
                                        WHERE s.key = asked.key AND s.topic = :topic
                                          AND s.origin = asked.origin
                                          AND s.last_sequence >= asked.sequence)
                    """)
                .bind("topic", topic)
                .bind("origins", asked.stream().map(Position::topic).toArray(String[]::new))
                .bind("keys", asked.stream().map(Position::key).toArray(UUID[]::new))
                .bind("sequences", asked.stream().map(Position::sequence).toArray(Long[]::new))
                .mapTo(Boolean.class)
                .one());
  }
}
