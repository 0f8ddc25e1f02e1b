package io.github.langgan.stack.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.langgan.stack.load.mapping.MappingFile;
import io.github.langgan.stack.load.reconciling.Reconciliation.Result;
import io.github.langgan.stack.load.sending.BatchCall;
import io.github.langgan.stack.load.sending.BatchSender;
import io.github.langgan.stack.load.sending.Credentials;
import io.github.langgan.stack.load.sending.Troubles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real data, where they are: {@code shared/data} beside the checkout or further up. */
class OnlineRetailTest {

  private static final String FILE = "shared/data/online-retail/online_retail.csv.gz";
  private static final int LINES = 50_000;

  @TempDir Path folder;

  @Test
  void a_part_of_the_real_file_loads_whole() throws IOException {
    Optional<Path> real = realFile();
    assumeTrue(real.isPresent(), "no " + FILE + " in or above the checkout");
    Path part = firstLines(real.orElseThrow());
    LoadKind.Source source = LoadKind.TRANSACTIONS.open(part, MappingFile.find("online-retail"));
    try (FakeApi api = FakeApi.well();
        var file = source.file();
        Meter meter = new Meter("Loading", file.size())) {
      BatchSender sender =
          new BatchSender(
              new BatchCall(api.url(), Credentials.fixed("token")),
              Duration.ofSeconds(10),
              new Troubles(meter::say));
      Result result =
          new Load(file, source.taker(), sender, 2, folder.resolve("rejects.csv"), "part", meter)
              .run(false);

      assertThat(result.lines()).isEqualTo(LINES);
      assertThat(result.agrees()).isTrue();
      assertThat(api.lines()).isEqualTo(result.tally().linesRecorded());
      assertThat(api.sum()).isEqualByComparingTo(result.tally().recorded().get("GBP"));
    }
  }

  private Path firstLines(Path packed) throws IOException {
    Path part = folder.resolve("part.csv");
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(part))) {
      in.lines().limit(LINES + 1).forEach(out::println);
    }
    return part;
  }

  private static Optional<Path> realFile() {
    Path root = Path.of(System.getProperty("langgan.root")).toAbsolutePath();
    return Stream.iterate(root, above -> above != null, Path::getParent)
        .map(above -> above.resolve(FILE))
        .filter(Files::exists)
        .findFirst();
  }
}
