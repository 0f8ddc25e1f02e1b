package io.github.langgan.benchmarks.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.benchmarks.alone.CustomerAlone;
import io.github.langgan.benchmarks.importing.ImportSide.Run;
import io.github.langgan.benchmarks.ingest.JdbcTables;
import io.github.langgan.benchmarks.ingest.StackUse;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ResidentMemory;
import io.github.langgan.stack.service.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Imports made-up people, while of the services only customer runs. */
@Command(
    name = "./crm bench import",
    description =
        "Starts a stack of its own in a temporary folder and measures, from the first byte sent to"
            + " the gateway until each row has its result: an import with matching off, a dry run,"
            + " an import with matching on and the time until all comparisons are made; and the"
            + " same people by plain JDBC.",
    mixinStandardHelpOptions = true)
public final class ImportBenchmark implements Callable<Integer> {

  private static final String PARTNER = "bench";

  @Option(names = "--rows", description = "Of the import (default: ${DEFAULT-VALUE}).")
  int rows = 100_000;

  @Option(
      names = "--matched-rows",
      description = "Of the import with matching (default: ${DEFAULT-VALUE}).")
  int matchedRows = 20_000;

  @Option(names = "--result", required = true, description = "Gets the figures as JSON.")
  Path result = Path.of("result.json");

  public static void main(String[] args) {
    System.exit(new CommandLine(new ImportBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    CustomerAlone.measure(result, this::measure);
    return 0;
  }

  private void measure(LocalStack stack, ObjectNode json) throws Exception {
    Path home = stack.setup().home();
    ImportSide side =
        new ImportSide(stack.gatewayUrl(), stack.token("partner", Map.of("partner", PARTNER)));
    side.run(file(home, "warm", 20_000), 20_000, "?matching=false");
    Path people = file(home, "plain", rows);
    Run dry = say("dry run", side.run(people, rows, "?dryRun=true"));
    StackUse use = new StackUse(stack);
    double begunWith = use.processorSeconds();
    Run plain = say("matching off", side.run(people, rows, "?matching=false"));
    JdbcTables tables = new JdbcTables(stack.setup().postgres(), Service.CUSTOMER);
    double published = awaitEmpty(tables, "outbox WHERE true");
    double work = 1_000 * (use.processorSeconds() - begunWith) / rows;
    tables.create();
    double jdbc;
    try (Connection own = tables.connect()) {
      jdbc = new JdbcImport(own).rate(new People("jdbc", 1)::person, 0, rows);
    }
    Run matched = say("matching on", side.run(file(home, "matched", matchedRows), matchedRows, ""));
    double compared = awaitEmpty(tables, "due_work WHERE kind = 'match-customer'");
    json.put("rows", rows)
        .put("rowsPerSecond", plain.rate())
        .put("acceptedSeconds", plain.acceptedSeconds())
        .put("publishedSecondsLater", published)
        .put("processorMillisEach", work)
        .put("dryRunRowsPerSecond", dry.rate())
        .put("jdbcRowsPerSecond", jdbc)
        .put("ratio", plain.rate() / jdbc)
        .put("matchedRows", matchedRows)
        .put("matchingRowsPerSecond", matched.rate())
        .put("matchedRowsPerSecond", matchedRows / (matched.seconds() + compared))
        .put("residentMebibytes", residentMebibytes(stack));
  }

  private static Path file(Path home, String run, int rows) throws Exception {
    Path file = home.resolve(run + ".csv");
    new People(run, run.hashCode()).write(file, rows);
    return file;
  }

  private static Run say(String what, Run run) {
    System.err.printf(
        Locale.ROOT,
        "%s: %,d rows, received after %.1f s, done after %.1f s: %,.0f rows/s%n",
        what,
        run.rows(),
        run.acceptedSeconds(),
        run.seconds(),
        run.rate());
    return run;
  }

  /** Returns the seconds until there is no such row in the service's database. */
  private static double awaitEmpty(JdbcTables tables, String rows) throws Exception {
    long begun = System.nanoTime();
    try (Connection service = tables.connect(Service.CUSTOMER.id());
        Statement statement = service.createStatement()) {
      while (exists(statement, rows)) {
        Thread.sleep(50);
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static boolean exists(Statement statement, String rows) throws Exception {
    try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + rows + " LIMIT 1")) {
      return found.next();
    }
  }

  private static long residentMebibytes(LocalStack stack) {
    return stack.process(Service.CUSTOMER.id()).identity().stream()
        .mapToLong(ProcessIdentity::pid)
        .map(pid -> ResidentMemory.ofTree(pid).toMebibytes())
        .sum();
  }
}
