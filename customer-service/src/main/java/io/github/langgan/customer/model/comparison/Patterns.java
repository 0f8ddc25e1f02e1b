package io.github.langgan.customer.model.comparison;

import java.util.Map;

/** The different comparisons, each with its count. */
record Patterns(int[][] levels, double[] counts) {

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
    for (int i = 0; i < counts.length; i++) {
      double all = 0;
      for (Relation relation : Relation.values()) {
        double likely = weights.prior(relation);
        double[][] shares = weights.shares(relation);
        for (int field = 0; field < Field.COUNT; field++) {
          int level = levels[i][field];
          likely *= level == 0 ? 1 : shares[field][level];
        }
        beliefs[relation.ordinal()][i] = likely;
        all += likely;
      }
      for (double[] relation : beliefs) {
        relation[i] /= all;
      }
    }
    return beliefs;
  }
}
