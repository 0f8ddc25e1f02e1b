package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.load.reconciling.Settlement;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several batches on their way at once. What has the same order goes through the same lane, one
 * batch after the other: a customer's returns must not overtake its purchases, as a return that
 * doesn't name its purchase is matched to what is recorded by then.
 */
public final class Lanes implements AutoCloseable {

  /** Not so many that one slow lane makes us keep much of the file in mind. */
  private static final int MOST_UNSETTLED = 20_000;

  private static final int FLUSH_EVERY = 2_000;

  private final Settlement settlement;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final List<Lane> lanes;
  private final List<Thread> threads;
  private int sinceFlush;

  public Lanes(int count, BatchSender sender, Settlement settlement) {
    this.settlement = settlement;
    this.lanes =
        IntStream.range(0, count)
            .mapToObj(number -> new Lane(sender, settlement, failure))
            .toList();
    this.threads = lanes.stream().map(Thread::startVirtualThread).toList();
  }

  /** Waits while its lane is full. Throws what a lane failed with. */
  public void add(Item item) {
    check(failure);
    lanes.get(Math.floorMod(item.order(), lanes.size())).add(item);
    if (++sinceFlush >= FLUSH_EVERY && settlement.unsettled() > MOST_UNSETTLED) {
      sinceFlush = 0;
      for (Lane lane : lanes) {
        lane.flush();
      }
    }
  }

  /** Sends what is left, and returns when all is answered. Throws what a lane failed with. */
  public void finish() {
    for (Lane lane : lanes) {
      lane.end();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw cancelled();
    }
    check(failure);
  }

  /** What is on its way may arrive or not. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted");
  }

  static void check(AtomicReference<@Nullable RuntimeException> failure) {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }
}
