package io.github.langgan.customer.model.comparison;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What weights are learnt from: the pairs that share a key of some records, some million pairs, and
 * so many of all pairs there are that birthdays which strangers share by chance are among them.
 * Drawn from fixed seeds: the same records give the same weights.
 */
public final class LearningSample {

  /** From fewer the shares of the agreements would be guessed. */
  public static final int FEWEST_RECORDS = 500;

  private static final int MOST_BLOCKED = 2_000_000;
  private static final int RECORDS_ASKED = 2_000;
  private static final int MOST_RANDOM = 400_000;
  private static final int DRAWS = 64;
  private static final int TRIES = 10;
  private static final long SEED = 1969;

  private final RecordIndex records;

  private LearningSample(RecordIndex records) {
    this.records = records;
  }

  /** Empty when there are too few records to learn from. */
  public static Optional<MatchWeights> learn(RecordIndex records) {
    if (records.size() < FEWEST_RECORDS) {
      return Optional.empty();
    }
    LearningSample sample = new LearningSample(records);
    Map<Comparison, Long> blocked = sample.blocked();
    Map<Comparison, Long> random = sample.random();
    return blocked.isEmpty() || random.isEmpty()
        ? Optional.empty()
        : Optional.of(LearnWeights.from(blocked, random, records.size()));
  }

  private Map<Comparison, Long> blocked() {
    long every = Math.max(1, Math.round(pairsAbout() / MOST_BLOCKED));
    return IntStream.range(0, records.numbered())
        .parallel()
        .filter(one -> records.contains(one) && mixed(one) % every == 0)
        .collect(Counts::new, this::compareWithCandidates, Counts::addAll)
        .times(every);
  }

  private void compareWithCandidates(Counts counts, int one) {
    for (int other : records.candidates(one)) {
      if (other > one) {
        counts.add(records.compare(one, other), 1);
      }
    }
  }

  private double pairsAbout() {
    int asked = 0;
    long candidates = 0;
    int step = Math.max(1, records.numbered() / RECORDS_ASKED);
    for (int record = 0; record < records.numbered(); record += step) {
      if (records.contains(record)) {
        asked++;
        candidates += records.candidates(record).length;
      }
    }
    return asked == 0 ? 0 : 0.5 * candidates / asked * records.size();
  }

  private Map<Comparison, Long> random() {
    return IntStream.range(0, DRAWS)
        .parallel()
        .collect(Counts::new, this::draw, Counts::addAll)
        .times(1);
  }

  private void draw(Counts counts, int draw) {
    SplittableRandom random = new SplittableRandom(SEED + draw);
    int wanted = MOST_RANDOM / DRAWS;
    for (int tried = 0, drawn = 0; tried < TRIES * wanted && drawn < wanted; tried++) {
      int one = random.nextInt(records.numbered());
      int other = random.nextInt(records.numbered());
      if (one != other && records.areComparable(one, other)) {
        counts.add(records.compare(one, other), 1);
        drawn++;
      }
    }
  }

  /** Never negative. */
  private static long mixed(int record) {
    return new SplittableRandom(record).nextLong() >>> 1;
  }

  private static final class Counts {

    private final Map<Comparison, Long> counts = new HashMap<>();

    void add(Comparison comparison, long many) {
      counts.merge(comparison, many, Long::sum);
    }

    void addAll(Counts others) {
      others.counts.forEach(this::add);
    }

    Map<Comparison, Long> times(long factor) {
      counts.replaceAll((comparison, many) -> many * factor);
      return counts;
    }
  }
}
