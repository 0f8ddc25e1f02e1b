package io.github.langgan.customer.model.comparison;

import java.util.Map;
import java.util.stream.IntStream;

/** The different comparisons, each with its count. */
record Patterns(int[] patterns, double[] counts) {

  static Patterns of(Map<Comparison, Long> seen) {
    int[] patterns = new int[seen.size()];
    double[] counts = new double[seen.size()];
    int place = 0;
    for (Map.Entry<Comparison, Long> one : seen.entrySet()) {
      patterns[place] = one.getKey().pattern();
      counts[place++] = one.getValue();
    }
    return new Patterns(patterns, counts);
  }

  int size() {
    return counts.length;
  }

  double count(int place) {
    return counts[place];
  }

  int level(int place, int field) {
    return patterns[place] >> (Comparison.BITS * field) & 7;
  }

  double sum(double[] belongs) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * belongs[i];
    }
    return sum;
  }

  /** How surely each is what, by relation. */
  double[][] beliefs(MatchWeights weights) {
    double[][] beliefs = new double[Relation.COUNT][counts.length];
    IntStream.range(0, counts.length)
        .parallel()
        .forEach(
            place -> {
              double all = 0;
              for (Relation relation : Relation.values()) {
                double likely = likelihood(place, relation, weights);
                beliefs[relation.ordinal()][place] = likely;
                all += likely;
              }
              for (double[] relation : beliefs) {
                relation[place] /= all;
              }
            });
    return beliefs;
  }

  private double likelihood(int place, Relation relation, MatchWeights weights) {
    double likely = weights.prior(relation);
    double[][] shares = weights.shares(relation);
    int pattern = patterns[place];
    for (int field = 0; pattern != 0; field++) {
      int level = pattern & 7;
      likely *= level == 0 ? 1 : shares[field][level];
      pattern >>>= Comparison.BITS;
    }
    return likely;
  }
}
