package io.github.langgan.chassis.lease;

import io.github.langgan.chassis.id.UuidV7;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * A right that at most one living process holds. Time is the database's. A holder that is frozen
 * past its term may believe in it a little longer, so the work under a lease must bear being done
 * twice.
 */
public final class Lease {

  private static final String ACQUIRE =
      """
      INSERT INTO lease AS l (name, holder, until)
      VALUES (:name, :holder, clock_timestamp() + :seconds * interval '1 second')
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE l.holder = excluded.holder OR l.until < clock_timestamp()
      RETURNING true
      """;

  private final Jdbi jdbi;
  private final String name;
  private final Duration term;
  private final LongSupplier nanoTime;
  private final UUID holder = UuidV7.next();
  private long renewAtNanos = Long.MIN_VALUE;
  private boolean held;

  public Lease(Jdbi jdbi, String name, Duration term) {
    this(jdbi, name, term, System::nanoTime);
  }

  /** {@code nanoTime} tells when to renew, as {@link System#nanoTime()} does. */
  Lease(Jdbi jdbi, String name, Duration term, LongSupplier nanoTime) {
    this.jdbi = jdbi;
    this.name = name;
    this.term = term;
    this.nanoTime = nanoTime;
  }

  /** Takes or renews the lease when a third of its term has passed; false when another holds it. */
  public synchronized boolean hold() {
    if (held && nanoTime.getAsLong() < renewAtNanos) {
      return true;
    }
    long asked = nanoTime.getAsLong();
    held =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(ACQUIRE)
                    .bind("name", name)
                    .bind("holder", holder)
                    .bind("seconds", term.toSeconds())
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false));
    renewAtNanos = asked + term.toNanos() / 3;
    return held;
  }

  /** Lets another process take over at once. */
  public synchronized void release() {
    held = false;
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM lease WHERE name = :name AND holder = :holder")
                .bind("name", name)
                .bind("holder", holder)
                .execute());
  }
}
