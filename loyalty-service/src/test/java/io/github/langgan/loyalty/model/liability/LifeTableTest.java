package io.github.langgan.loyalty.model.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.langgan.loyalty.model.liability.LifeTable.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTableTest {

  /** Of 126 patients: alive at the beginning of a year, died in it, lost or withdrawn alive. */
  private static final List<Interval> CUTLER_EDERER =
      List.of(
          new Interval(126, 47, 19),
          new Interval(60, 5, 17),
          new Interval(38, 2, 15),
          new Interval(21, 2, 9),
          new Interval(10, 0, 6));

  /** Cutler and Ederer 1958, table 1: cumulative survival after one to five years. */
  @Test
  void it_is_the_published_one() {
    LifeTable table = LifeTable.of(CUTLER_EDERER);

    double[] published = {0.60, 0.54, 0.50, 0.44, 0.44};
    for (int years = 1; years <= 5; years++) {
      assertThat(table.staysUntil(years)).isEqualTo(published[years - 1], within(0.005));
    }
  }

  @Test
  void what_was_never_seen_goes_on_as_the_last_intervals_did() {
    LifeTable table = LifeTable.of(CUTLER_EDERER);

    double lastThree = 1 - (2 + 2 + 0) / (38 - 7.5 + 21 - 4.5 + 10 - 3);
    assertThat(table.stays(5)).isEqualTo(lastThree, within(1e-12));
    assertThat(table.stays(50)).isEqualTo(lastThree, within(1e-12));
  }

  @Test
  void without_any_data_all_stays() {
    assertThat(LifeTable.of(List.of()).staysUntil(12)).isEqualTo(1);
    assertThat(LifeTable.of(List.of(new Interval(0, 0, 0))).staysUntil(12)).isEqualTo(1);
  }
}
