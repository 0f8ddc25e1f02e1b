package io.github.langgan.benchmarks.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same number of workers for both sides. */
final class Lanes {

  /** What a worker does with a batch. */
  interface Work<T> {
    void accept(T batch) throws Exception;
  }

  private Lanes() {}

  /** Returns the seconds that all batches took together. */
  static <T> double time(int lanes, List<T> batches, Work<T> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
      long begun = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (T batch : batches) {
        running.add(
            threads.submit(
                () -> {
                  work.accept(batch);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return (System.nanoTime() - begun) / 1e9;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }
}
