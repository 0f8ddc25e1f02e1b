package io.github.langgan.benchmarks.matching;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.benchmarks.importing.Twins;
import io.github.langgan.benchmarks.lookup.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Registers people whom the service doesn't know, by several clients at the same time.
 *
 * @param first index of the first of them
 */
record Registering(Twins people, int first, String gateway, String token) {

  /**
   * @param registered until a registration was answered, as each client saw it
   * @param compared from there until the customer had been compared with all others
   * @param found twins of whom the other one was among the matches
   */
  record Measured(Latencies registered, Latencies compared, int twins, int found) {

    void writeTo(ObjectNode json) {
      registered.writeTo(json.putObject("registered"));
      compared.writeTo(json.putObject("compared"));
      json.put("twins", twins).put("found", found);
    }
  }

  /**
   * @param each how many each client registers
   */
  Measured measure(int clients, int each) throws Exception {
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      lanes.add(new Lane(first + i * each, each));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (Future<Void> lane : threads.invokeAll(lanes)) {
        lane.get();
      }
    }
    return new Measured(
        Latencies.of(lanes.stream().map(lane -> lane.registered)),
        Latencies.of(lanes.stream().map(lane -> lane.compared)),
        lanes.stream().mapToInt(lane -> lane.twins).sum(),
        lanes.stream().mapToInt(lane -> lane.found).sum());
  }

  private final class Lane implements Callable<Void> {

    private final int from;
    private final double[] registered;
    private final double[] compared;
    private int twins;
    private int found;

    private Lane(int from, int many) {
      this.from = from;
      registered = new double[many];
      compared = new double[many];
    }

    @Override
    public Void call() throws Exception {
      MatchingApi api = MatchingApi.of(gateway, token);
      String before = "";
      for (int i = 0; i < registered.length; i++) {
        long begun = System.nanoTime();
        String customer = api.register(people.person(from + i));
        registered[i] = (System.nanoTime() - begun) / 1e6;
        var matches = api.awaitMatches(customer);
        compared[i] = (System.nanoTime() - begun) / 1e6 - registered[i];
        if (i > 0 && Twins.isTwin(from + i)) {
          twins++;
          found += matches.toString().contains(before) ? 1 : 0;
        }
        before = customer;
      }
      return null;
    }
  }
}
