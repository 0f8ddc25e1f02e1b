package io.github.langgan.customer.model.comparison;

import java.util.Arrays;
import java.util.Map;

/**
 * Learns the weights from pairs of which nobody has said whether they are of one person, by
 * expectation maximisation (Winkler, Using the EM Algorithm for Weight Computation in the
 * Fellegi-Sunter Model of Record Linkage, 1988). How two people agree is learnt from pairs drawn at
 * random, since those that blocking brings together agree in what it blocks by; how records of one
 * person agree, from the latter, among which nearly all of them are. A field that is missing in a
 * pair counts in neither sum of that field.
 */
public final class LearnWeights {

  private static final int MOST_ROUNDS = 500;
  private static final double SETTLED = 1e-7;

  /** As if each agreement had been seen this often more, so that none is impossible. */
  private static final double SEEN_BEFORE = 0.5;

  private final Patterns blocked;
  private final Patterns random;
  private final double pairs;

  private LearnWeights(Patterns blocked, Patterns random, double pairs) {
    this.blocked = blocked;
    this.random = random;
    this.pairs = pairs;
  }

  /**
   * @param blocked how many of the pairs that share a key compare so
   * @param random how many of some pairs drawn at random do
   * @param records how many there are
   */
  public static MatchWeights from(
      Map<Comparison, Long> blocked, Map<Comparison, Long> random, long records) {
    if (blocked.isEmpty() || random.isEmpty()) {
      throw new IllegalArgumentException("nothing to learn from");
    }
    LearnWeights learn =
        new LearnWeights(Patterns.of(blocked), Patterns.of(random), 0.5 * records * (records - 1));
    return learn.untilSettled(learn.start(records));
  }

  private MatchWeights untilSettled(MatchWeights start) {
    MatchWeights weights = start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      MatchWeights next = improve(weights);
      boolean settled = Math.abs(next.prior() / weights.prior() - 1) < SETTLED;
      weights = next;
      if (settled) {
        break;
      }
    }
    return weights;
  }

  /** One person agrees mostly; two people, as any two do; every tenth is there twice. */
  private MatchWeights start(long records) {
    double[][] ofOne = new double[Field.COUNT][Agreement.COUNT];
    for (double[] field : ofOne) {
      for (int level = 1; level < Agreement.COUNT; level++) {
        field[level] = Math.pow(4, level);
      }
    }
    normalise(ofOne);
    double[] all = new double[random.size()];
    Arrays.fill(all, 1);
    return new MatchWeights(0.1 * records / pairs, ofOne, shares(random, all));
  }

  private MatchWeights improve(MatchWeights weights) {
    double[] ofOne = blocked.beliefs(weights);
    double[] ofTwo = random.beliefs(weights);
    double matches = 0;
    for (int i = 0; i < ofOne.length; i++) {
      matches += blocked.count(i) * ofOne[i];
    }
    for (int i = 0; i < ofTwo.length; i++) {
      ofTwo[i] = 1 - ofTwo[i];
    }
    return new MatchWeights(
        (matches + SEEN_BEFORE) / (pairs + 2 * SEEN_BEFORE),
        shares(blocked, ofOne),
        shares(random, ofTwo));
  }

  /** By field and agreement; each pair counts as far as it belongs. */
  private static double[][] shares(Patterns patterns, double[] belongs) {
    double[][] sums = new double[Field.COUNT][Agreement.COUNT];
    for (int i = 0; i < patterns.size(); i++) {
      double count = patterns.count(i) * belongs[i];
      for (int field = 0; field < Field.COUNT; field++) {
        sums[field][patterns.level(i, field)] += count;
      }
    }
    normalise(sums);
    return sums;
  }

  private static void normalise(double[][] fields) {
    for (double[] field : fields) {
      field[0] = 0;
      double sum = 0;
      for (int level = 1; level < Agreement.COUNT; level++) {
        field[level] += SEEN_BEFORE;
        sum += field[level];
      }
      for (int level = 1; level < Agreement.COUNT; level++) {
        field[level] /= sum;
      }
    }
  }

  /** The different comparisons, each with its count. */
  private record Patterns(int[][] levels, double[] counts) {

    static Patterns of(Map<Comparison, Long> seen) {
      int[][] levels = new int[seen.size()][Field.COUNT];
      double[] counts = new double[seen.size()];
      int place = 0;
      for (Map.Entry<Comparison, Long> one : seen.entrySet()) {
        for (int field = 0; field < Field.COUNT; field++) {
          levels[place][field] = one.getKey().level(field);
        }
        counts[place++] = one.getValue();
      }
      return new Patterns(levels, counts);
    }

    int size() {
      return counts.length;
    }

    double count(int place) {
      return counts[place];
    }

    int level(int place, int field) {
      return levels[place][field];
    }

    /** How surely each is of one person. */
    double[] beliefs(MatchWeights weights) {
      double[] beliefs = new double[counts.length];
      for (int i = 0; i < counts.length; i++) {
        double one = weights.prior();
        double two = 1 - weights.prior();
        for (int field = 0; field < Field.COUNT; field++) {
          int level = levels[i][field];
          if (level > 0) {
            one *= weights.ofOne()[field][level];
            two *= weights.ofTwo()[field][level];
          }
        }
        beliefs[i] = one / (one + two);
      }
      return beliefs;
    }
  }
}
