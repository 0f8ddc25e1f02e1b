package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pairs drawn from known weights must give those weights back. */
class LearnWeightsTest {

  private static final int RECORDS = 2_000;
  private static final int ALL_PAIRS = RECORDS * (RECORDS - 1) / 2;
  private static final double PRIOR = 0.004;

  private final Random random = new Random(7);
  private final MatchWeights truth =
      new MatchWeights(
          PRIOR, MatchWeights.initial().ofOne(), commonerThan(MatchWeights.initial().ofTwo()));

  @Test
  void weights_are_learnt_from_pairs_that_nobody_has_judged() {
    Map<Comparison, Long> all = new HashMap<>();
    for (int i = 0; i < ALL_PAIRS; i++) {
      all.merge(draw(random.nextDouble() < PRIOR), 1L, Long::sum);
    }

    MatchWeights learnt = LearnWeights.from(all, all, RECORDS);

    assertThat(learnt.prior()).isCloseTo(PRIOR, within(PRIOR * 0.05));
    for (Field field : Field.values()) {
      for (Agreement agreement : Agreement.values()) {
        double share = truth.ofOne()[field.ordinal()][agreement.ordinal()];
        if (share > 0.03) {
          assertThat(learnt.weight(field, agreement))
              .as("%s %s", field, agreement)
              .isCloseTo(truth.weight(field, agreement), within(0.4));
        }
      }
    }
  }

  /** So that every agreement is seen often enough among two thousand records. */
  private static double[][] commonerThan(double[][] rare) {
    double[][] shares = new double[rare.length][];
    for (int field = 0; field < rare.length; field++) {
      shares[field] = rare[field].clone();
      for (int level = 2; level < Agreement.COUNT; level++) {
        double more = rare[field][level] == 0 ? 0 : 0.01;
        shares[field][level] += more;
        shares[field][1] -= more;
      }
    }
    return shares;
  }

  private Comparison draw(boolean ofOne) {
    int pattern = 0;
    for (int field = 0; field < Field.COUNT; field++) {
      double[] shares = (ofOne ? truth.ofOne() : truth.ofTwo())[field];
      double place = random.nextDouble();
      int level = 1;
      while (level < Agreement.COUNT - 1 && (place -= shares[level]) > 0) {
        level++;
      }
      pattern |= level << (3 * field);
    }
    return new Comparison(pattern);
  }
}
