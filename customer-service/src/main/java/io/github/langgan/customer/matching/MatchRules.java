package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.github.langgan.customer.model.comparison.Thresholds;

/**
 * By which pairs are judged.
 *
 * @param version 1 for those that every installation begins with, one more with each change
 */
record MatchRules(int version, MatchWeights weights, Thresholds thresholds) {

  static final MatchRules INITIAL = new MatchRules(1, MatchWeights.initial(), Thresholds.INITIAL);

  double probability(Comparison comparison) {
    return weights.probability(comparison);
  }
}
