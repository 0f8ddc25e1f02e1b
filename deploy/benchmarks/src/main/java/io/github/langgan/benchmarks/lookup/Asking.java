package io.github.langgan.benchmarks.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the same kind of question again and again, by several clients at the same time. */
final class Asking {

  /** Asks for the person with that index; throws when the answer lacks it. */
  interface Question {
    void ask(int person) throws Exception;
  }

  /** Makes what one client asks with. */
  interface Client {
    Question get() throws Exception;
  }

  private Asking() {}

  /**
   * @param people of whom some are asked for, spread evenly
   * @param asks of each client
   */
  static Latencies measure(int clients, int asks, int people, Client client) throws Exception {
    List<Future<double[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int lane = 0; lane < clients; lane++) {
        long first = lane;
        running.add(
            threads.submit(
                () -> {
                  Question question = client.get();
                  double[] millis = new double[asks];
                  for (int i = 0; i < asks; i++) {
                    // a prime, so that no two near ones come after each other
                    int person = (int) ((first * asks + i) * 7_919L % people);
                    long begun = System.nanoTime();
                    question.ask(person);
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                  }
                  return millis;
                }));
      }
    }
    List<double[]> all = new ArrayList<>();
    for (Future<double[]> each : running) {
      all.add(each.get());
    }
    return Latencies.of(all.stream());
  }
}
