package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.load.reconciling.Outcome;
import io.github.langgan.stack.load.reconciling.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends one batch after the other. */
final class Lane implements Runnable {

  static final int MOST_ITEMS = 1_000;
  private static final int MOST_BYTES = 2_000_000;
  private static final int CHECK_MILLIS = 100;
  private static final List<Item> END = List.of();

  private final BatchSender sender;
  private final Settlement settlement;
  private final AtomicReference<@Nullable RuntimeException> failure;
  private final BlockingQueue<List<Item>> batches = new ArrayBlockingQueue<>(1);
  private List<Item> filling = new ArrayList<>();
  private int bytes;

  Lane(
      BatchSender sender,
      Settlement settlement,
      AtomicReference<@Nullable RuntimeException> failure) {
    this.sender = sender;
    this.settlement = settlement;
    this.failure = failure;
  }

  void add(Item item) {
    if (filling.size() == MOST_ITEMS || bytes + item.json().length > MOST_BYTES) {
      flush();
    }
    filling.add(item);
    bytes += item.json().length;
  }

  void flush() {
    if (!filling.isEmpty()) {
      hand(filling);
      filling = new ArrayList<>();
      bytes = 0;
    }
  }

  void end() {
    flush();
    hand(END);
  }

  @Override
  public void run() {
    try {
      for (List<Item> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
        List<Outcome> outcomes = sender.send(batch);
        for (int i = 0; i < batch.size(); i++) {
          settlement.settle(batch.get(i).slot(), outcomes.get(i));
        }
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(List<Item> batch) {
    try {
      while (!batches.offer(batch, CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
        Lanes.check(failure);
      }
    } catch (InterruptedException e) {
      throw Lanes.cancelled();
    }
  }
}
