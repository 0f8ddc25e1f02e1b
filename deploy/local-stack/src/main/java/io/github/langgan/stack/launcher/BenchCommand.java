package io.github.langgan.stack.launcher;

import io.github.langgan.stack.process.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bench",
    description =
        "Measures figures that the stack promises, on a stack of its own. There are: ingest, import,"
            + " lookup, matching. More options go after --, try ./crm bench ingest -- --help",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  private static final Map<String, String> MAIN =
      Map.of(
          "ingest", "io.github.langgan.benchmarks.ingest.IngestBenchmark",
          "import", "io.github.langgan.benchmarks.importing.ImportBenchmark",
          "lookup", "io.github.langgan.benchmarks.lookup.LookupBenchmark",
          "matching", "io.github.langgan.benchmarks.matching.MatchingBenchmark");

  @Parameters(
      index = "0",
      paramLabel = "BENCHMARK",
      description = "ingest, import, lookup or matching")
  String name = "";

  @Parameters(index = "1..*", paramLabel = "ARG", description = "Its own options.")
  List<String> more = List.of();

  @Option(names = "--result", description = "Gets the figures. Default: .crm/bench/NAME-TIME.json")
  Path result = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Checkout checkout = Checkout.ours();
    if (!MAIN.containsKey(name)) {
      throw new Refused("No benchmark '%s'; there are: %s".formatted(name, MAIN.keySet()));
    }
    Build build = new Build(checkout);
    build.buildMissing();
    Path module = checkout.root().resolve("deploy/benchmarks/target");
    if (Files.notExists(module.resolve("classes"))) {
      build.run(List.of("package", "-DskipTests", "-pl", "deploy/local-stack,deploy/benchmarks"));
    }
    return new ProcessBuilder(command(checkout, module)).inheritIO().start().waitFor();
  }

  private List<String> command(Checkout checkout, Path module) {
    Path lib = checkout.root().resolve("deploy/local-stack/target/stack/lib");
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xmx1g",
                "-Dlogback.configurationFile=stack/logback.xml",
                "-Dlanggan.root=" + checkout.root(),
                "-cp",
                module.resolve("classes") + File.pathSeparator + lib + "/*",
                MAIN.get(name),
                "--result",
                resultFile(checkout).toString()));
    command.addAll(more);
    return command;
  }

  private Path resultFile(Checkout checkout) {
    String file =
        "%s-%s.json"
            .formatted(name, Instant.now().truncatedTo(ChronoUnit.SECONDS))
            .replace(":", "");
    return result.toString().isEmpty() ? checkout.home().resolve("bench").resolve(file) : result;
  }
}
