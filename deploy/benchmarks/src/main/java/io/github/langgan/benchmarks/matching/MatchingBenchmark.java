package io.github.langgan.benchmarks.matching;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.benchmarks.alone.CustomerAlone;
import io.github.langgan.benchmarks.importing.JdbcImport;
import io.github.langgan.benchmarks.importing.People;
import io.github.langgan.benchmarks.importing.Twins;
import io.github.langgan.benchmarks.ingest.JdbcTables;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.service.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares made-up people, while of the services only customer runs. */
@Command(
    name = "./crm bench matching",
    description =
        "Starts a stack of its own in a temporary folder, puts customers into its database, of whom"
            + " every eleventh is there twice, and measures how long a matching run over all takes,"
            + " for more and more of them; then registers others, and measures through the gateway"
            + " how soon they are compared with all.",
    mixinStandardHelpOptions = true)
public final class MatchingBenchmark implements Callable<Integer> {

  private static final int[] CLIENTS = {1, 8};

  @Option(
      names = "--customers",
      split = ",",
      description = "Growing, comma separated (default: ${DEFAULT-VALUE}).")
  List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

  @Option(
      names = "--registrations",
      description = "For each number of clients, beside the most (default: ${DEFAULT-VALUE}).")
  int registrations = 10_000;

  @Option(names = "--result", required = true, description = "Gets the figures as JSON.")
  Path result = Path.of("result.json");

  public static void main(String[] args) {
    System.exit(new CommandLine(new MatchingBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    CustomerAlone.measure(result, this::measure);
    return 0;
  }

  private void measure(LocalStack stack, ObjectNode json) throws Exception {
    Twins people = new Twins(new People("matching", 1));
    String token = stack.token("manager", Map.of());
    measureRuns(stack, people, MatchingApi.of(stack.gatewayUrl(), token), json.putArray("runs"));
    ArrayNode figures = json.putArray("registrations");
    int next = sizes.getLast();
    for (int clients : CLIENTS) {
      ObjectNode figure = figures.addObject().put("clients", clients);
      Registering registering = new Registering(people, next, stack.gatewayUrl(), token);
      registering.measure(clients, registrations / clients).writeTo(figure);
      next += registrations;
      System.err.println(figure);
    }
  }

  private void measureRuns(LocalStack stack, Twins people, MatchingApi api, ArrayNode figures)
      throws Exception {
    JdbcTables tables = new JdbcTables(stack.setup().postgres(), Service.CUSTOMER);
    int there = 0;
    for (int size : sizes) {
      try (Connection service = tables.connect(Service.CUSTOMER.id())) {
        new JdbcImport(service).rate(people::person, there, size);
        service.setAutoCommit(true);
        try (Statement statement = service.createStatement()) {
          statement.execute("VACUUM ANALYZE");
        }
      }
      there = size;
      MatchingApi.Run run = api.run();
      ObjectNode figure =
          figures
              .addObject()
              .put("customers", size)
              .put("seconds", run.seconds())
              .put("microsEach", 1e6 * run.seconds() / size)
              .put("comparedPairs", run.comparedPairs())
              .put("twins", Twins.among(size))
              .put("pairs", run.pairs());
      System.err.println(figure);
    }
  }
}
