package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pairs drawn from known weights must give those weights back. */
class LearnWeightsTest {

  private static final int RECORDS = 2_000;
  private static final int ALL_PAIRS = RECORDS * (RECORDS - 1) / 2;

  /** By relation. */
  private static final double[] PRIORS = {0.004, 0.003, 0.02, 0.973};

  private final Random random = new Random(7);
  private final MatchWeights truth = truth();

  @Test
  void weights_are_learnt_from_pairs_that_nobody_has_judged() {
    Map<Comparison, Long> all = new HashMap<>();
    for (int i = 0; i < ALL_PAIRS; i++) {
      all.merge(draw(), 1L, Long::sum);
    }

    MatchWeights learnt = LearnWeights.from(all, all, RECORDS);

    assertThat(learnt.prior(Relation.ONE_PERSON)).isCloseTo(PRIORS[0], within(PRIORS[0] * 0.05));
    assertThat(learnt.prior(Relation.ONE_HOUSEHOLD)).isCloseTo(PRIORS[1], within(PRIORS[1] * 0.1));
    for (Relation relation : Relation.values()) {
      for (Field field : Field.values()) {
        for (Agreement agreement : Agreement.values()) {
          assertThat(learnt.share(relation, field, agreement))
              .as("%s %s %s", relation, field, agreement)
              .isCloseTo(truth.share(relation, field, agreement), within(0.03));
        }
      }
    }
  }

  @Test
  void the_weights_of_the_fields_and_the_prior_give_the_probability() {
    for (int i = 0; i < 10_000; i++) {
      Comparison comparison = draw();
      Relation alternative = truth.alternative(comparison);
      double bits = truth.priorWeight(alternative) + truth.weight(comparison);

      assertThat(truth.probability(comparison))
          .isCloseTo(1 / (1 + Math.pow(2, -bits)), within(1e-9));
      assertThat(truth.weight(comparison))
          .isCloseTo(
              Arrays.stream(Field.values())
                  .mapToDouble(field -> truth.weight(field, comparison.in(field), alternative))
                  .sum(),
              within(1e-9));
      for (Relation other : Relation.values()) {
        assertThat(likelihood(alternative, comparison))
            .satisfies(
                likeliest -> {
                  if (other != Relation.ONE_PERSON) {
                    assertThat(likelihood(other, comparison))
                        .isLessThanOrEqualTo(likeliest * (1 + 1e-9));
                  }
                });
      }
    }
  }

  @Test
  void stored_weights_are_read_again_and_those_of_an_earlier_release_are_completed() {
    MatchWeights read = StoredWeights.of(truth).weights();
    MatchWeights empty = new StoredWeights(Map.of()).weights();

    for (int i = 0; i < 100; i++) {
      Comparison comparison = draw();
      assertThat(read.probability(comparison)).isEqualTo(truth.probability(comparison));
      assertThat(empty.probability(comparison))
          .isEqualTo(MatchWeights.initial().probability(comparison));
    }
  }

  private double likelihood(Relation relation, Comparison comparison) {
    double product = truth.prior(relation);
    for (Field field : Field.values()) {
      product *= truth.share(relation, field, comparison.in(field));
    }
    return product;
  }

  /** Strangers agree often enough for two thousand records. */
  private static MatchWeights truth() {
    double[][][] shares = new double[Relation.COUNT][][];
    for (Relation relation : Relation.values()) {
      shares[relation.ordinal()] = MatchWeights.initial().shares(relation);
    }
    for (double[] field : shares[Relation.STRANGERS.ordinal()]) {
      for (int level = 2; level < Agreement.COUNT; level++) {
        double more = field[level] == 0 ? 0 : 0.01;
        field[level] += more;
        field[1] -= more;
      }
    }
    LearningBounds.keep(shares);
    return new MatchWeights(PRIORS, shares);
  }

  private Comparison draw() {
    double[][] shares = truth.shares(Relation.at(drawn(PRIORS, 0)));
    int pattern = 0;
    for (int field = 0; field < Field.COUNT; field++) {
      pattern |= drawn(shares[field], 1) << (3 * field);
    }
    return new Comparison(pattern);
  }

  private int drawn(double[] shares, int from) {
    double place = random.nextDouble();
    int one = from;
    while (one < shares.length - 1 && (place -= shares[one]) > 0) {
      one++;
    }
    return one;
  }
}
