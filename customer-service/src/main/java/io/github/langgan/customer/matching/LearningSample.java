package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.LearnWeights;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.github.langgan.customer.model.comparison.RecordIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * What weights are learnt from: of the pairs that share a key some million, each as likely to be
 * among them as any other, and some hundred thousand of all pairs there are. Drawn from a fixed
 * seed, so that the same records give the same weights.
 */
final class LearningSample {

  /** From fewer the shares of the agreements would be guessed. */
  static final int FEWEST_RECORDS = 500;

  private static final int MOST_BLOCKED = 2_000_000;
  private static final int RECORDS_ASKED = 2_000;
  private static final int MOST_RANDOM = 200_000;
  private static final int TRIES = 10 * MOST_RANDOM;
  private static final long SEED = 1969;

  private final RecordIndex records;

  private LearningSample(RecordIndex records) {
    this.records = records;
  }

  /** Empty when there are too few records to learn from. */
  static Optional<MatchWeights> learn(RecordIndex records) {
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
    Map<Comparison, LongAdder> counts = new ConcurrentHashMap<>();
    IntStream.range(0, records.numbered())
        .parallel()
        .filter(records::contains)
        .forEach(
            one -> {
              for (int other : records.candidates(one)) {
                if (other > one && mixed(one, other) % every == 0) {
                  counts
                      .computeIfAbsent(records.compare(one, other), none -> new LongAdder())
                      .increment();
                }
              }
            });
    Map<Comparison, Long> blocked = new HashMap<>();
    counts.forEach((comparison, count) -> blocked.put(comparison, count.sum() * every));
    return blocked;
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
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Comparison, Long> counts = new HashMap<>();
    int drawn = 0;
    for (int tried = 0; tried < TRIES && drawn < MOST_RANDOM; tried++) {
      int one = random.nextInt(records.numbered());
      int other = random.nextInt(records.numbered());
      if (one != other && records.areComparable(one, other)) {
        counts.merge(records.compare(one, other), 1L, Long::sum);
        drawn++;
      }
    }
    return counts;
  }

  /** Never negative. */
  private static long mixed(int one, int other) {
    return new SplittableRandom((long) one << 32 | other).nextLong() >>> 1;
  }
}
