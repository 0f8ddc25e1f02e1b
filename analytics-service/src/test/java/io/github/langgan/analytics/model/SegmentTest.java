package io.github.langgan.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentTest {

  @Test
  void every_pair_of_scores_belongs_to_exactly_one_segment() {
    for (int recency = 1; recency <= 5; recency++) {
      for (int frequency = 1; frequency <= 5; frequency++) {
        int r = recency;
        int f = frequency;
        assertThat(Arrays.stream(Segment.values()).filter(segment -> segment.covers(r, f)))
            .as("recency %d, frequency %d", r, f)
            .hasSize(1);
      }
    }
  }

  @Test
  void segments_are_named_as_practice_names_them() {
    assertThat(Segment.of(new RfmScores(5, 5, 5))).isEqualTo(Segment.CHAMPIONS);
    assertThat(Segment.of(new RfmScores(5, 1, 3))).isEqualTo(Segment.NEW_CUSTOMERS);
    assertThat(Segment.of(new RfmScores(1, 5, 5))).isEqualTo(Segment.CANNOT_LOSE);
    assertThat(Segment.of(new RfmScores(2, 2, 1))).isEqualTo(Segment.HIBERNATING);
  }

  @Test
  void the_rule_is_said_in_words() {
    assertThat(Segment.CHAMPIONS.rule()).isEqualTo("recency score 5, frequency score 4 to 5");
  }

  @Test
  void there_is_no_sixth_quintile() {
    assertThatThrownBy(() -> new RfmScores(6, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
