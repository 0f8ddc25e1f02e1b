package io.github.langgan.customer.model.naming;

import io.github.langgan.customer.model.comparison.SoundKey;
import java.util.Collections;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How well a word of a name fits a word that was asked for: 100 when it is the same, else less for
 * the same sound in another spelling (from 85), a beginning (75 to 85) and a typo (70 to 75), by
 * what differs or is left out; 0 when it doesn't. Depends on the two words only, so that a customer
 * keeps its rank whoever else comes.
 */
public final class WordLikeness {

  private static final int SAME = 100;
  private static final int SHORTEST_BEGINNING = 3;
  private static final double LIKE_FOR_A_SOUND = 0.75;
  private static final double LIKE_FOR_A_TYPO = 0.8;
  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

  private WordLikeness() {}

  public static int of(String asked, String written) {
    if (asked.equals(written)) {
      return SAME;
    }
    return Math.max(beginning(asked, written), variant(asked, written));
  }

  /**
   * Whether names may be meant that begin so: three letters are enough, and one that is a word in
   * itself.
   */
  public static boolean mayBegin(String asked) {
    return asked.codePointCount(0, asked.length()) >= SHORTEST_BEGINNING
        || Character.isIdeographic(asked.codePointAt(0));
  }

  private static int beginning(String asked, String written) {
    boolean begins = mayBegin(asked) && written.startsWith(asked);
    return begins ? 75 + 10 * asked.length() / written.length() : 0;
  }

  private static int variant(String asked, String written) {
    double like = LIKENESS.apply(asked, written);
    if (like >= LIKE_FOR_A_SOUND && SoundKey.of(asked).equals(SoundKey.of(written))) {
      return (int) (70 + 20 * like);
    }
    return like >= LIKE_FOR_A_TYPO && isTypo(asked, written) ? (int) (50 + 25 * like) : 0;
  }

  private static boolean isTypo(String asked, String written) {
    return !Collections.disjoint(WordKeys.spellings(asked), WordKeys.spellings(written));
  }
}
