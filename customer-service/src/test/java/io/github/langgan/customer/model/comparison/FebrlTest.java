package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the F1 that a simple EM-weighted Fellegi-Sunter by public tools has on these records at p
 * ≥ 0.9. What blocking misses counts as not found.
 */
class FebrlTest {

  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "febrl");
  private static final int DRAWN = 50_000;

  private record Pair(int one, int other) {}

  private List<Febrl> records = List.of();
  private final RecordIndex index = new RecordIndex();

  @ParameterizedTest
  @CsvSource({
    "dataset1.csv, true, 1.0",
    "dataset3.csv, true, 0.9986",
    "dataset1.csv, false, 0.996",
    "dataset3.csv, false, 0.990"
  })
  void persons_are_found_at_least_as_well_as_by_public_tools(
      String file, boolean withNumber, double published) throws Exception {
    assumeThat(Files.exists(FOLDER.resolve(file)))
        .as("needs the FEBRL records beside the project")
        .isTrue();
    records = Febrl.read(FOLDER.resolve(file), withNumber);
    for (Febrl one : records) {
      index.load(UUID.randomUUID(), one.features(index.vocabulary()));
    }
    index.ready();
    Map<Pair, Comparison> compared =
        blocked().stream().collect(Collectors.toMap(pair -> pair, this::compare));

    MatchWeights weights = LearnWeights.from(counted(compared), counted(drawn()), records.size());

    long found = 0;
    long right = 0;
    for (var pair : compared.entrySet()) {
      if (weights.probability(pair.getValue()) >= 0.9) {
        found++;
        right += isOfOne(pair.getKey()) ? 1 : 0;
      }
    }
    double f1 = 2.0 * right / (found + truePairs());
    assertThat(f1).isGreaterThanOrEqualTo(published);
  }

  private Set<Pair> blocked() {
    Set<Pair> pairs = new HashSet<>();
    for (int one = 0; one < index.numbered(); one++) {
      for (int other : index.candidates(one)) {
        pairs.add(new Pair(Math.min(one, other), Math.max(one, other)));
      }
    }
    return pairs;
  }

  private Map<Pair, Comparison> drawn() {
    Random random = new Random(1);
    Map<Pair, Comparison> drawn = new HashMap<>();
    while (drawn.size() < DRAWN) {
      int one = random.nextInt(records.size());
      int other = random.nextInt(records.size());
      if (one < other) {
        drawn.computeIfAbsent(new Pair(one, other), this::compare);
      }
    }
    return drawn;
  }

  private Comparison compare(Pair pair) {
    return index.compare(pair.one, pair.other);
  }

  private static Map<Comparison, Long> counted(Map<Pair, Comparison> compared) {
    return compared.values().stream()
        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }

  private boolean isOfOne(Pair pair) {
    return records.get(pair.one).person().equals(records.get(pair.other).person());
  }

  private long truePairs() {
    return records.stream()
        .collect(Collectors.groupingBy(Febrl::person, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(size -> size * (size - 1) / 2)
        .sum();
  }
}
