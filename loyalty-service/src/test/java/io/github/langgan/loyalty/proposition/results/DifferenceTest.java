package io.github.langgan.loyalty.proposition.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.langgan.loyalty.proposition.results.Difference.Conclusion;
import io.github.langgan.loyalty.proposition.results.Difference.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  /** Newcombe (1998), table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56,70,48,80, 0.0524,0.3339",
    "9,10,3,10, 0.1705,0.8090",
    "6,7,2,7, 0.0582,0.8062",
    "5,56,0,29, -0.0381,0.1926",
    "0,10,0,20, -0.1611,0.2775",
    "0,10,0,10, -0.2775,0.2775",
    "10,10,0,20, 0.6791,1.0000",
    "10,10,0,10, 0.6075,1.0000"
  })
  void the_interval_of_two_shares_is_the_published_one(
      long hits, long members, long controlHits, long controls, double from, double to) {
    double[] interval = Difference.newcombe(hits, members, controlHits, controls);
    assertThat(interval[0]).isEqualTo(from, within(0.00005));
    assertThat(interval[1]).isEqualTo(to, within(0.00005));
  }

  @Test
  void it_is_concluded_only_what_the_interval_says() {
    assertThat(Difference.ofShares(56, 70, 48, 80).conclusion()).isEqualTo(Conclusion.HIGHER);
    assertThat(Difference.ofShares(48, 80, 56, 70).conclusion()).isEqualTo(Conclusion.LOWER);
    assertThat(Difference.ofShares(50, 80, 48, 80).conclusion()).isEqualTo(Conclusion.NONE);
  }

  @Test
  void of_few_nothing_is_said() {
    Difference few = Difference.ofShares(29, 29, 0, 1_000);
    assertThat(few.difference()).isEqualTo(1);
    assertThat(few.from()).isNull();
    assertThat(few.conclusion()).isEqualTo(Conclusion.NONE);
    assertThat(Difference.ofShares(0, 0, 0, 0).conclusion()).isEqualTo(Conclusion.NONE);
    assertThat(Difference.ofMeans(new Sums(29, 290, 2_900), new Sums(90, 0, 0)).to()).isNull();
  }

  /**
   * 50 of mean 10 and variance 9 against 60 of mean 8 and variance 4: 2 ± 1.96 · √(9/50 + 4/60).
   */
  @Test
  void the_interval_of_two_means() {
    Difference one =
        Difference.ofMeans(
            new Sums(50, 500, 50 * 100 + 49 * 9), new Sums(60, 480, 60 * 64 + 59 * 4));
    assertThat(one.difference()).isEqualTo(2, within(1e-9));
    assertThat(one.from()).isEqualTo(1.02658, within(0.0001));
    assertThat(one.to()).isEqualTo(2.97342, within(0.0001));
    assertThat(one.conclusion()).isEqualTo(Conclusion.HIGHER);
  }
}
