package io.github.langgan.customer.matching;

import io.github.langgan.chassis.lease.Lease;
import io.github.langgan.customer.model.comparison.RecordIndex;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The index of all records, in the memory of the one process that compares: the holder of the
 * lease. It is read from the database when it is first needed, and whenever another process has
 * compared meanwhile, which the position in the database tells; so nothing depends on the lease
 * alone.
 */
@Singleton
class MatchIndex {

  private static final Logger LOG = Logger.getLogger(MatchIndex.class);

  /** What a record takes, measured with a million of them (docs/adr/0010). */
  private static final long BYTES_OF_RECORD = 900;

  /** With more the collector of garbage takes most of the time: what lives long gets two thirds. */
  private static final double SHARE_OF_RECORDS = 0.5;

  private static final long BYTES_OF_PAIR = 80;
  private static final double SHARE_OF_PAIRS = 0.1;

  /** The comparison of all says nothing to the database for longer than a frozen client may. */
  private static final String MAY_THINK = "SET LOCAL idle_in_transaction_session_timeout = 0";

  private final Jdbi jdbi;
  private final RecordReader reader;
  private final TransactionSynchronizationRegistry transaction;
  private final Lease lease;
  private final Semaphore free = new Semaphore(1);
  private volatile @Nullable RecordIndex index;
  private volatile long position = -1;
  LongSupplier heap = Runtime.getRuntime()::maxMemory;

  /** How many pairs may be found at once beside all records. */
  LongSupplier mostPairs = () -> (long) (SHARE_OF_PAIRS * heap.getAsLong()) / BYTES_OF_PAIR;

  MatchIndex(Jdbi jdbi, RecordReader reader, TransactionSynchronizationRegistry transaction) {
    this.jdbi = jdbi;
    this.reader = reader;
    this.transaction = transaction;
    this.lease = new Lease(jdbi, "matching", Duration.ofSeconds(15));
  }

  void stop(@Observes ShutdownEvent event) {
    try {
      lease.release();
    } catch (RuntimeException databaseAway) {
      LOG.debugf("Lease not released, it will expire: %s", databaseAway.toString());
    }
  }

  /** Whether this process is the one that compares, and nothing of it does so at the moment. */
  boolean isFree() {
    return lease.hold() && free.availablePermits() > 0;
  }

  /**
   * As of now, for the caller alone until its transaction ends; nobody else compares meanwhile.
   * Once in a transaction.
   *
   * @throws OutOfMemory when there are too many customers for this process
   */
  @Transactional(Transactional.TxType.MANDATORY)
  RecordIndex take() {
    RecordIndex current = begin() ? index : null;
    return current == null ? load() : current;
  }

  /** Like {@link #take}, with what was registered without being compared. */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = OutOfMemory.class)
  RecordIndex takeAnew() {
    begin();
    jdbi.useHandle(handle -> handle.execute(MAY_THINK));
    return load();
  }

  /** This process can't hold in its memory what it would have to. */
  static final class OutOfMemory extends RuntimeException {
    OutOfMemory(String message) {
      super(message);
    }
  }

  /** Whether what is in memory is current. */
  private boolean begin() {
    free.acquireUninterruptibly();
    Thread user = Thread.currentThread();
    Ending ending = new Ending(user);
    try {
      transaction.registerInterposedSynchronization(ending);
    } catch (RuntimeException noTransaction) {
      free.release();
      throw noTransaction;
    }
    long stored =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "UPDATE match_index SET position = position + 1 RETURNING position - 1")
                    .mapTo(Long.class)
                    .one());
    boolean current = stored == position;
    ending.next = stored + 1;
    return current;
  }

  private RecordIndex load() {
    index = null;
    long customers =
        jdbi.withHandle(
            handle -> handle.createQuery("SELECT count(*) FROM customer").mapTo(Long.class).one());
    requireMemory(customers);
    long started = System.nanoTime();
    RecordIndex loaded = new RecordIndex();
    reader.readAll(loaded.vocabulary(), loaded::load);
    loaded.ready();
    index = loaded;
    LOG.infof(
        "read %d customers to compare them in %d ms",
        loaded.size(), Duration.ofNanos(System.nanoTime() - started).toMillis());
    return loaded;
  }

  private void requireMemory(long customers) {
    long needed = customers * BYTES_OF_RECORD;
    if (needed > SHARE_OF_RECORDS * heap.getAsLong()) {
      throw new OutOfMemory(
          "To compare %d customers takes a heap of %d MiB"
              .formatted(customers, (long) (needed / SHARE_OF_RECORDS) >> 20));
    }
  }

  /** What is in memory may be ahead of the database after a rollback; that does no harm. */
  private final class Ending implements Synchronization {

    private final Thread user;
    private long next;

    Ending(Thread user) {
      this.user = user;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (Thread.currentThread() != user) {
        index = null; // the transaction timed out, and its thread may still be writing
      }
      if (status == Status.STATUS_COMMITTED) {
        position = next;
      }
      free.release();
    }
  }
}
