package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.util.List;

/** Compares texts of several words, in whatever order they stand. */
final class TokenAgreement {

  private static final double LIKE = 0.88;

  /** Jan and Jon are two. */
  private static final int SHORTEST_MISTYPED = 4;

  private TokenAgreement() {}

  /**
   * Of names: SAME in all words, CLOSE when all have a like one (mistyped), PARTLY when all words
   * of the shorter one have (a second name left out, a single name), SLIGHT when some have.
   */
  static Agreement ofNames(List<Word> one, List<Word> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Agreement.MISSING;
    }
    Found found = find(one, other);
    int shorter = Math.min(one.size(), other.size());
    boolean sameLength = one.size() == other.size();
    if (sameLength && found.same == shorter) {
      return Agreement.SAME;
    }
    if (sameLength && found.like() == shorter || !sameLength && areTogether(one, other)) {
      return Agreement.CLOSE;
    }
    if (found.like() == shorter) {
      return Agreement.PARTLY;
    }
    return found.like() > 0 ? Agreement.SLIGHT : Agreement.DIFFERENT;
  }

  /** Of addresses, the best pair: by the share of words that have a like one. */
  static Agreement ofStreets(List<Place> some, List<Place> others) {
    Agreement best = Agreement.MISSING;
    for (Place one : some) {
      for (Place other : others) {
        Agreement found = ofStreet(one.street(), other.street());
        best = found.isStrongerThan(best) ? found : best;
      }
    }
    return best;
  }

  private static Agreement ofStreet(List<Word> one, List<Word> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Agreement.MISSING;
    }
    Found found = find(one, other);
    double share = 2.0 * found.like() / (one.size() + other.size());
    if (share == 1 && found.same == one.size()) {
      return Agreement.SAME;
    }
    if (share >= 0.75) {
      return Agreement.CLOSE;
    }
    if (share >= 0.5) {
      return Agreement.PARTLY;
    }
    return share > 0 ? Agreement.SLIGHT : Agreement.DIFFERENT;
  }

  /**
   * @param same words that stand in both
   * @param alike others that have a like one there
   */
  private record Found(int same, int alike) {

    int like() {
      return same + alike;
    }
  }

  private static Found find(List<Word> one, List<Word> other) {
    int[] taken = new int[2];
    int same = pair(one, other, taken, true);
    int alike = pair(one, other, taken, false);
    return new Found(same, alike);
  }

  /**
   * @param taken of each side, a bit for every word
   */
  private static int pair(List<Word> one, List<Word> other, int[] taken, boolean exactly) {
    int pairs = 0;
    for (int i = 0; i < one.size(); i++) {
      for (int j = 0; j < other.size() && (taken[0] >> i & 1) == 0; j++) {
        if ((taken[1] >> j & 1) == 0 && isLike(one.get(i), other.get(j), exactly)) {
          taken[0] |= 1 << i;
          taken[1] |= 1 << j;
          pairs++;
        }
      }
    }
    return pairs;
  }

  /** An initial is like every name that it begins. */
  private static boolean isLike(Word one, Word other, boolean exactly) {
    String here = one.text();
    String there = other.text();
    if (exactly) {
      return here.equals(there);
    }
    if (here.length() == 1 || there.length() == 1) {
      return here.charAt(0) == there.charAt(0) && Character.isLetter(here.charAt(0));
    }
    return one.isNumber() == other.isNumber()
        && (JaroWinkler.atLeast(LIKE, one, other) >= LIKE || isMistyped(one, other));
  }

  /**
   * Short words with a letter wrong are less alike than {@link #LIKE}. Other numbers are others.
   */
  private static boolean isMistyped(Word one, Word other) {
    return !one.isNumber()
        && Math.min(one.text().length(), other.text().length()) >= SHORTEST_MISTYPED
        && !one.differsInMoreThanOne(other)
        && ValueAgreement.isMistyped(one.text(), other.text());
  }

  private static boolean areTogether(List<Word> one, List<Word> other) {
    return letters(one) == letters(other) && together(one).equals(together(other));
  }

  private static int letters(List<Word> words) {
    int letters = 0;
    for (Word word : words) {
      letters += word.text().length();
    }
    return letters;
  }

  private static String together(List<Word> words) {
    StringBuilder together = new StringBuilder();
    words.forEach(word -> together.append(word.text()));
    return together.toString();
  }
}
