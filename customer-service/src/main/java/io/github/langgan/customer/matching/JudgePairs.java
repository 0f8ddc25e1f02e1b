package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.Prospects;
import io.github.langgan.customer.model.comparison.RecordIndex;
import org.jspecify.annotations.Nullable;

/** Compares two records and keeps what the rules don't take for different. For many threads. */
final class JudgePairs {

  private final MatchRules rules;
  private final RecordIndex records;
  private final Prospects prospects;

  JudgePairs(MatchRules rules, RecordIndex records) {
    this.rules = rules;
    this.records = records;
    this.prospects = new Prospects(rules.weights(), rules.thresholds().reviewFrom());
  }

  void judge(int one, int other, FoundPairs found) {
    @Nullable Comparison comparison = records.compare(one, other, prospects);
    if (comparison != null) {
      double probability = rules.probability(comparison);
      if (probability >= rules.thresholds().reviewFrom()) {
        found.add(records.id(one), records.id(other), comparison, probability);
      }
    }
  }
}
