package io.github.langgan.customer.model.comparison;

import java.util.Arrays;
import java.util.Map;

/**
 * Learns the weights from pairs of which nobody has said what they are, by expectation maximisation
 * (Winkler, Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of Record
 * Linkage, 1988), within {@link LearningBounds}. How strangers agree is learnt from pairs drawn at
 * random, since those that blocking brings together agree in what it blocks by; all else from the
 * latter, among which nearly all such pairs are. A field that is missing in a pair counts in no sum
 * of that field.
 */
public final class LearnWeights {

  private static final int MOST_ROUNDS = 200;
  private static final double SETTLED = 1e-6;

  /** As if so many pairs had been seen that agree as the initial weights say. */
  private static final double SEEN_BEFORE = 10;

  /** As if each agreement had been seen so often among strangers: what nobody saw may be. */
  private static final double STRANGERS_SEEN_BEFORE = 0.5;

  private static final double PAIRS_BEFORE = 0.5;

  private static final double[] PAIRS_OF_RECORD = {0.1, 0.3, 3};

  private final Patterns blocked;
  private final Patterns random;
  private final double pairs;
  private final MatchWeights initial = MatchWeights.initial();

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
      boolean settled = isSettled(weights, next);
      weights = next;
      if (settled) {
        break;
      }
    }
    return weights;
  }

  private static boolean isSettled(MatchWeights weights, MatchWeights next) {
    return Arrays.stream(Relation.values())
        .allMatch(one -> Math.abs(next.prior(one) / weights.prior(one) - 1) < SETTLED);
  }

  /** Strangers agree as any two do; all else as the initial weights say. */
  private MatchWeights start(long records) {
    double[] priors = new double[Relation.COUNT];
    double[][][] shares = new double[Relation.COUNT][][];
    double[] any = new double[random.size()];
    Arrays.fill(any, 1);
    for (Relation relation : Relation.values()) {
      int place = relation.ordinal();
      boolean strange = relation == Relation.STRANGERS;
      priors[place] = strange ? 0 : Math.min(0.2, PAIRS_OF_RECORD[place] * records / pairs);
      shares[place] = strange ? shares(random, any, relation) : copy(initial.shares(relation));
    }
    return weights(priors, shares);
  }

  private MatchWeights improve(MatchWeights weights) {
    double[][] amongBlocked = blocked.beliefs(weights);
    double[][] amongRandom = random.beliefs(weights);
    double[] priors = new double[Relation.COUNT];
    double[][][] shares = new double[Relation.COUNT][][];
    Arrays.stream(Relation.values())
        .parallel()
        .forEach(
            relation -> {
              int place = relation.ordinal();
              if (relation == Relation.STRANGERS) {
                shares[place] = shares(random, amongRandom[place], relation);
              } else {
                shares[place] = shares(blocked, amongBlocked[place], relation);
                priors[place] =
                    (blocked.sum(amongBlocked[place]) + PAIRS_BEFORE)
                        / (pairs + Relation.COUNT * PAIRS_BEFORE);
              }
            });
    return weights(priors, shares);
  }

  private static MatchWeights weights(double[] priors, double[][][] shares) {
    priors[Relation.STRANGERS.ordinal()] = 1 - Arrays.stream(priors).sum();
    LearningBounds.keep(shares);
    return new MatchWeights(priors, shares);
  }

  /** By field and agreement; each pair counts as far as it belongs. */
  private double[][] shares(Patterns patterns, double[] belongs, Relation relation) {
    double[][] sums = seenBefore(relation);
    for (int i = 0; i < patterns.size(); i++) {
      double count = patterns.count(i) * belongs[i];
      for (int field = 0; field < Field.COUNT; field++) {
        sums[field][patterns.level(i, field)] += count;
      }
    }
    for (double[] field : sums) {
      field[0] = 0;
      double sum = Arrays.stream(field).sum();
      for (int level = 1; level < Agreement.COUNT; level++) {
        field[level] /= sum;
      }
    }
    return sums;
  }

  private double[][] seenBefore(Relation relation) {
    double[][] sums = copy(initial.shares(relation));
    for (double[] field : sums) {
      for (int level = 1; level < Agreement.COUNT; level++) {
        field[level] =
            relation != Relation.STRANGERS
                ? field[level] * SEEN_BEFORE
                : field[level] > 0 ? STRANGERS_SEEN_BEFORE : 0;
      }
    }
    return sums;
  }

  private static double[][] copy(double[][] shares) {
    return Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
  }
}
