package io.github.langgan.customer.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same thing many times at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  public static <T> List<T> times(int count, IntFunction<T> action) throws Exception {
    CyclicBarrier start = new CyclicBarrier(count);
    try (var threads = Executors.newFixedThreadPool(count)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int which = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.apply(which);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
