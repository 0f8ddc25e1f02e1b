package io.github.langgan.benchmarks.ingest;

import static io.github.langgan.benchmarks.ingest.Console.say;

import io.github.langgan.benchmarks.ingest.Visibility.Latencies;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.Folders;
import io.github.langgan.stack.process.WholeFile;
import io.github.langgan.stack.service.Service;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The phases in order: {@link Starts}, {@link AgainstJdbc}, {@link LongRun}, {@link
 * WarmVisibility}.
 */
@Command(
    name = "./crm bench ingest",
    description =
        "Starts a stack of its own in a temporary folder and measures: batch ingest over HTTP"
            + " against plain JDBC while only profile runs, then with all services through the"
            + " gateway: the time until loyalty and analytics have everything, the time until a"
            + " purchase is visible in all views; first start, second start, and memory.",
    mixinStandardHelpOptions = true)
public final class IngestBenchmark implements Callable<Integer> {

  private static final String PARTNER = "bench";
  private static final int CUSTOMERS = 4_000;
  private static final int MEMBERS = 500;

  /** As often as the services do it by themselves; a local stack is more eager. */
  private static final Map<String, String> ENVIRONMENT = Map.of("LANGGAN_SCORING_EVERY", "PT1M");

  @Option(names = "--transactions", description = "Of the long run (default: ${DEFAULT-VALUE}).")
  int transactions = 25_000;

  @Option(names = "--rounds", description = "Of each side (default: ${DEFAULT-VALUE}).")
  int rounds = 5;

  @Option(names = "--round-size", description = "Transactions (default: ${DEFAULT-VALUE}).")
  int roundSize = 5_000;

  @Option(names = "--connections", description = "Of each side (default: ${DEFAULT-VALUE}).")
  int connections = 3;

  @Option(
      names = "--visibility-warm-up",
      description = "Passes at a rising rate before, to warm up (default: ${DEFAULT-VALUE}).")
  int visibilityWarmUp = 4;

  @Option(
      names = "--visibility-seconds",
      description = "At 100 purchases a second (default: ${DEFAULT-VALUE}).")
  int visibilitySeconds = 15;

  @Option(names = "--result", required = true, description = "Gets the figures as JSON.")
  Path result = Path.of("result.json");

  public static void main(String[] args) {
    System.exit(new CommandLine(new IngestBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Path home = Files.createTempDirectory("langgan-bench");
    LocalStack stack =
        new LocalStack(StackSetup.onFreePorts(home).withServiceEnvironment(ENVIRONMENT));
    Thread stop = new Thread(() -> stop(stack, home));
    Runtime.getRuntime().addShutdownHook(stop);
    Result measured = measure(stack, load);
    WholeFile.write(result, measured.json());
    System.out.println(Result.HEADER);
    System.out.println(measured.row());
    return 0;
  }

  private Result measure(LocalStack stack, double load) throws Exception {
    Starts starts = Starts.measure(stack);

    String partnerToken = stack.token("partner", Map.of("partner", PARTNER));
    HttpSide partner = new HttpSide(stack.gatewayUrl(), partnerToken);
    HttpSide manager = new HttpSide(stack.gatewayUrl(), stack.token("manager", Map.of()));
    Community community = new Community(partner, manager, PARTNER);
    Map<String, UUID> customers = community.register("C", CUSTOMERS);
    community.enrol(List.copyOf(customers.values()).subList(0, MEMBERS));
    Map<String, UUID> fresh =
        community.register("F", WarmVisibility.PER_SECOND * visibilitySeconds);
    community.enrol(fresh.values());
    say("%,d customers", customers.size() + fresh.size());

    JdbcTables tables = new JdbcTables(stack.setup().postgres(), Service.PROFILE);
    tables.create();
    try (Connection profile = tables.connect("profile");
        Backlog backlog = new Backlog(stack.bootstrapServers(), profile)) {
      HttpSide service = new HttpSide(stack.serviceUrl(Service.PROFILE), partnerToken);
      Rounds turns = new Rounds(PARTNER, connections, tables, backlog, customers);
      AgainstJdbc.Sides sides =
          new AgainstJdbc(stack, service, turns, backlog).measure(rounds, roundSize);
      int missed = (AgainstJdbc.WARM_UP + rounds) * roundSize;
      LongRun longRun = LongRun.measure(stack, partner, turns, backlog, transactions, missed);
      Visibility visibility = new Visibility(partner, manager, new SaleJson(PARTNER));
      Latencies visible =
          new WarmVisibility(visibility, new StackUse(stack)).measure(fresh, visibilityWarmUp);
      return new Result(
          Instant.now().truncatedTo(ChronoUnit.SECONDS),
          Runtime.getRuntime().availableProcessors(),
          load,
          transactions,
          connections,
          starts.firstSeconds(),
          starts.laterSeconds(),
          starts.residentMebibytes(),
          new StackUse(stack).residentMebibytes(),
          sides.http(),
          sides.jdbc(),
          longRun.rate(),
          longRun.lagSeconds(),
          visible.percentile(50),
          visible.percentile(99));
    }
  }

  private static void stop(LocalStack stack, Path home) {
    stack.down();
    Folders.delete(home);
  }
}
