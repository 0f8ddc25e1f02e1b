package io.github.langgan.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Real receipts, with cancellations, missing customers, prices of nought and odd codes, as far as
 * their file is there. {@link KillDuringLoadIT} loads generated ones of the same shape.
 */
class OnlineRetailIT {

  private static final String FILE = "shared/data/online-retail/online_retail.csv.gz";
  private static final int LINES = 20_000;

  private final String partner = "retail-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void every_line_is_recorded_or_rejected_and_the_sums_agree_to_the_penny() throws Exception {
    Optional<Path> real = realFile();
    assumeTrue(real.isPresent(), "no " + FILE + " in or above the checkout");
    List<String> lines = firstLines(real.orElseThrow());
    Path part = Files.createTempDirectory("retail").resolve("part-" + partner + ".csv");
    Files.write(part, lines);

    Process load =
        CrmCommand.start(
            RunningStack.get(),
            List.of(
                "load",
                "transactions",
                part.toString(),
                "--map",
                Mappings.onlineRetail(partner).toString(),
                "--partner",
                partner));
    assertThat(load.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(load.exitValue()).as(() -> CrmCommand.output(load)).isZero();

    List<Integer> rejectedLines = rejectedLines(part);
    BigDecimal rejected =
        rejectedLines.stream()
            .map(number -> amount(lines.get(number - 1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole =
        lines.stream().skip(1).map(OnlineRetailIT::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(rejectedLines).isNotEmpty();
    await().untilAsserted(() -> assertThat(recorded().add(rejected)).isEqualByComparingTo(whole));
  }

  /** What the partner's transactions come to on the topic, returns taken off. */
  private BigDecimal recorded() {
    Map<String, BigDecimal> byReceipt =
        Topic.read("crm.profile").stream()
            .filter(event -> event.type().equals("transaction.recorded"))
            .map(event -> Json.read(event.data()))
            .filter(data -> data.at("/partner").asText().equals(partner))
            .collect(
                Collectors.toMap(
                    data -> data.at("/externalId").asText(),
                    OnlineRetailIT::signed,
                    (first, again) -> first));
    return byReceipt.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal signed(JsonNode data) {
    BigDecimal total = new BigDecimal(data.at("/reportedTotal").asText());
    return data.at("/type").asText().equals("RETURN") ? total.negate() : total;
  }

  /** Quantity times price; after the description, which may hold commas, no field does. */
  private static BigDecimal amount(String line) {
    String[] fields = line.split(",");
    int last = fields.length - 1;
    return new BigDecimal(fields[last - 4]).multiply(new BigDecimal(fields[last - 2]));
  }

  private static List<Integer> rejectedLines(Path part) throws IOException {
    Path rejects =
        RunningStack.get()
            .setup()
            .home()
            .resolve("load")
            .resolve(part.getFileName() + ".rejects.csv");
    try (Stream<String> rows = Files.lines(rejects)) {
      return rows.skip(1).map(row -> Integer.valueOf(row.split(",", 2)[0])).toList();
    }
  }

  private static List<String> firstLines(Path packed) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), UTF_8))) {
      return in.lines().limit(LINES + 1).toList();
    }
  }

  private static Optional<Path> realFile() {
    return Stream.iterate(CrmCommand.ROOT.toAbsolutePath(), above -> above != null, Path::getParent)
        .map(above -> above.resolve(FILE))
        .filter(Files::exists)
        .findFirst();
  }
}
