package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What isn't compared to its end is no pair that was looked for. */
class ProspectsTest {

  private final RecordIndex index = new RecordIndex();

  private void live(long seed) {
    for (MadeUpTown.Entry one : new MadeUpTown(seed).of(3_000, 0.4, 0.1)) {
      index.load(UUID.randomUUID(), one.features(index.vocabulary()));
    }
    index.ready();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.999})
  void no_pair_that_is_looked_for_is_missed(double probability) {
    live(Math.round(1_000 * probability));
    MatchWeights learnt = LearningSample.learn(index).orElseThrow();

    for (MatchWeights weights : List.of(MatchWeights.initial(), learnt)) {
      Prospects prospects = new Prospects(weights, probability);
      int found = 0;
      for (int one = 0; one < index.numbered(); one++) {
        for (int other : index.candidates(one)) {
          Comparison whole = index.compare(one, other);
          Comparison known = index.compare(one, other, prospects);
          if (known != null) {
            assertThat(known).isEqualTo(whole);
            found++;
          } else {
            assertThat(weights.probability(whole)).isLessThan(probability);
          }
        }
      }
      assertThat(found).isPositive();
    }
  }

  @Test
  void most_pairs_are_not_compared_to_their_end() {
    live(7);
    Prospects prospects = new Prospects(LearningSample.learn(index).orElseThrow(), 0.5);
    int begun = 0;
    int ended = 0;
    for (int one = 0; one < index.numbered(); one++) {
      for (int other : index.candidates(one)) {
        begun++;
        ended += index.compare(one, other, prospects) == null ? 0 : 1;
      }
    }

    assertThat(ended).isLessThan(begun / 5);
  }
}
