package io.github.langgan.benchmarks.ingest;

import io.github.langgan.benchmarks.ingest.Result.Round;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackProgress;
import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.Folders;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ResidentMemory;
import io.github.langgan.stack.process.WholeFile;
import io.github.langgan.stack.service.Service;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
  private static final int PER_SECOND = 100;
  private static final int WARM_UP = 2;
  private static final List<Service> OTHERS =
      List.of(Service.CUSTOMER, Service.LOYALTY, Service.COMPLAINT, Service.ANALYTICS);
  private static final Duration LAG_PATIENCE = Duration.ofMinutes(3);

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
    LocalStack stack = new LocalStack(StackSetup.onFreePorts(home));
    Thread stop = new Thread(() -> stop(stack, home));
    Runtime.getRuntime().addShutdownHook(stop);
    Result measured = measure(stack, load);
    WholeFile.write(result, measured.json());
    System.out.println(Result.HEADER);
    System.out.println(measured.row());
    return 0;
  }

  private Result measure(LocalStack stack, double load) throws Exception {
    say("Starting a stack in %s", stack.setup().home());
    long begun = System.nanoTime();
    stack.up(StackProgress.SILENT);
    double firstStartSeconds = (System.nanoTime() - begun) / 1e9;
    stack.down();
    begun = System.nanoTime();
    stack.up(StackProgress.SILENT);
    double startSeconds = (System.nanoTime() - begun) / 1e9;
    long startMebibytes = resident(stack);
    say(
        "Healthy after %.1f s the first time, %.1f s the second, %,d MiB",
        firstStartSeconds, startSeconds, startMebibytes);

    String partnerToken = stack.token("partner", Map.of("partner", PARTNER));
    HttpSide partner = new HttpSide(stack.gatewayUrl(), partnerToken);
    HttpSide manager = new HttpSide(stack.gatewayUrl(), stack.token("manager", Map.of()));
    Community community = new Community(partner, manager, PARTNER);
    Map<String, UUID> customers = community.register("C", 4_000);
    community.enrol(List.copyOf(customers.values()).subList(0, 500));
    Map<String, UUID> fresh = community.register("F", PER_SECOND * visibilitySeconds);
    community.enrol(fresh.values());
    say("%,d customers", customers.size() + fresh.size());

    JdbcTables tables = new JdbcTables(stack.setup().postgres());
    tables.create();
    try (Connection profile = tables.connect("profile");
        Backlog backlog = new Backlog(stack.bootstrapServers(), profile)) {
      HttpSide service = new HttpSide(stack.serviceUrl(Service.PROFILE), partnerToken);
      Rounds turns = new Rounds(PARTNER, connections, tables, backlog, customers);
      List<Round> http = new ArrayList<>();
      List<Round> jdbc = new ArrayList<>();
      backlog.awaitNone(LAG_PATIENCE);
      OTHERS.forEach(other -> stack.process(other.id()).stop());
      for (int round = -WARM_UP; round < rounds; round++) {
        double begunWith = processorSeconds(stack);
        double httpRate = turns.overHttp(service, roundSize);
        backlog.awaitPublished(LAG_PATIENCE);
        double between = processorSeconds(stack);
        double jdbcRate = turns.byJdbc(roundSize);
        double endedWith = processorSeconds(stack);
        double httpWork = 1_000 * (between - begunWith) / roundSize;
        double jdbcWork = 1_000 * (endedWith - between) / roundSize;
        say(
            "%s: HTTP %,.0f/s, JDBC %,.0f/s; processor time each %.3f ms, %.3f ms",
            round < 0 ? "warm up" : "round", httpRate, jdbcRate, httpWork, jdbcWork);
        if (round >= 0) {
          http.add(new Round(httpRate, httpWork));
          jdbc.add(new Round(jdbcRate, jdbcWork));
        }
      }
      begun = System.nanoTime();
      stack.up(StackProgress.SILENT);
      double missed = (WARM_UP + rounds) * roundSize;
      backlog.awaitNone(LAG_PATIENCE);
      double caughtUp = (System.nanoTime() - begun) / 1e9;
      say("Others started and applied %,.0f transactions in %.1f s", missed, caughtUp);
      double longRunRate = turns.overHttp(partner, transactions);
      double lag = backlog.awaitNone(LAG_PATIENCE);
      say("%,d in one go: %,.0f/s, lag gone after %.1f s", transactions, longRunRate, lag);
      Visibility visibility = new Visibility(partner, manager, new SaleJson(PARTNER));
      for (int pass = 1; pass <= visibilityWarmUp; pass++) {
        Visibility.Latencies cold =
            visibility.measure("W" + pass + "-", fresh, PER_SECOND * pass / visibilityWarmUp);
        say(
            "Warm up: visible after %.0f ms (p50), %.0f ms (p99)",
            cold.percentile(50), cold.percentile(99));
      }
      double workedBefore = processorSeconds(stack);
      Visibility.Latencies visible = visibility.measure("V", fresh, PER_SECOND);
      say(
          "Visible after %.0f ms (p50), %.0f ms (p99); processor time each %.1f ms",
          visible.percentile(50),
          visible.percentile(99),
          1_000 * (processorSeconds(stack) - workedBefore) / fresh.size());
      return new Result(
          Instant.now().truncatedTo(ChronoUnit.SECONDS),
          Runtime.getRuntime().availableProcessors(),
          load,
          transactions,
          connections,
          firstStartSeconds,
          startSeconds,
          startMebibytes,
          resident(stack),
          http,
          jdbc,
          longRunRate,
          lag,
          visible.percentile(50),
          visible.percentile(99));
    }
  }

  private static double processorSeconds(LocalStack stack) {
    return stack.processes().stream().mapToDouble(ProcessorTime::seconds).sum();
  }

  private static long resident(LocalStack stack) {
    return stack.processes().stream()
        .flatMap(process -> process.identity().stream())
        .mapToLong(ProcessIdentity::pid)
        .map(pid -> ResidentMemory.ofTree(pid).toMebibytes())
        .sum();
  }

  private static void stop(LocalStack stack, Path home) {
    stack.down();
    Folders.delete(home);
  }

  private static void say(String format, Object... values) {
    System.err.println(String.format(java.util.Locale.ROOT, format, values));
  }
}
