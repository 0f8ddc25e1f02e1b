package io.github.langgan.stack.demo.push;

import io.github.langgan.stack.load.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does the same for many, so many at a time that services work in batches behind the API. */
final class Together {

  private static final int AT_ONCE = 32;

  private Together() {}

  static <T> void forEach(String task, List<T> all, Consumer<T> action) {
    AtomicInteger done = new AtomicInteger();
    try (Meter meter = new Meter(task, all.size());
        ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (T each : all) {
        running.add(
            threads.submit(
                () -> {
                  action.accept(each);
                  int count = done.incrementAndGet();
                  meter.at(count, "%,d".formatted(count));
                }));
      }
      await(running, threads);
    }
  }

  /** The first failure ends it. */
  private static void await(List<Future<?>> running, ExecutorService threads) {
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      threads.shutdownNow();
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
