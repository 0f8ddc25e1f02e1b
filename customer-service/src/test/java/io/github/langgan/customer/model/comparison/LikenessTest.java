package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Our quick ones against the library's. */
class LikenessTest {

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final LevenshteinDistance LEVENSHTEIN = LevenshteinDistance.getDefaultInstance();

  @Property(tries = 5_000)
  void jaro_and_winkler(@ForAll("words") String one, @ForAll("words") String other) {
    double expected = JARO_WINKLER.apply(one, other);

    assertThat(atLeast(0, one, other)).isCloseTo(expected, within(1e-12));
    if (Math.abs(expected - 0.88) > 1e-12) {
      assertThat(atLeast(0.88, one, other) >= 0.88).isEqualTo(expected >= 0.88);
    }
  }

  @Property(tries = 5_000)
  void typing_errors(@ForAll("words") String one, @ForAll("words") String other) {
    boolean expected =
        LEVENSHTEIN.apply(one, other) == 1
            || one.length() == other.length() && isNeighboursExchanged(one, other);

    assertThat(ValueAgreement.isMistyped(one, other)).isEqualTo(expected);
  }

  private static double atLeast(double least, String one, String other) {
    return JaroWinkler.atLeast(least, Word.of(one), Word.of(other));
  }

  private static boolean isNeighboursExchanged(String one, String other) {
    for (int i = 0; i + 1 < one.length(); i++) {
      char[] exchanged = one.toCharArray();
      exchanged[i] = one.charAt(i + 1);
      exchanged[i + 1] = one.charAt(i);
      if (!one.equals(other) && new String(exchanged).equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** Short ones of few letters, so that they are often alike. */
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("abc").ofMinLength(1).ofMaxLength(9);
  }
}
