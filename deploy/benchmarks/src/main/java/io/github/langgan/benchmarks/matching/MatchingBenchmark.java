package io.github.langgan.benchmarks.matching;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.benchmarks.importing.JdbcImport;
import io.github.langgan.benchmarks.importing.People;
import io.github.langgan.benchmarks.importing.Twins;
import io.github.langgan.benchmarks.ingest.JdbcTables;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.Folders;
import io.github.langgan.stack.process.WholeFile;
import io.github.langgan.stack.service.Service;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  private static final List<Service> OTHERS =
      List.of(Service.PROFILE, Service.LOYALTY, Service.COMPLAINT, Service.ANALYTICS);
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
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Path home = Files.createTempDirectory("langgan-bench");
    LocalStack stack = new LocalStack(StackSetup.onFreePorts(home));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, home)));
    stack.up();
    OTHERS.forEach(other -> stack.process(other.id()).stop());
    String figures = measure(stack, load).toPrettyString();
    WholeFile.write(result, figures);
    System.out.println(figures);
    return 0;
  }

  private ObjectNode measure(LocalStack stack, double load) throws Exception {
    ObjectNode json =
        new JsonMapper()
            .createObjectNode()
            .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("processors", Runtime.getRuntime().availableProcessors())
            .put("loadBefore", load);
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
    return json.put(
        "loadAfter", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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

  private static void stop(LocalStack stack, Path home) {
    stack.down();
    Folders.delete(home);
  }
}
