package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Compares texts of several words, in whatever order they stand. */
final class TokenAgreement {

  private static final double LIKE = 0.88;
  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

  private TokenAgreement() {}

  /**
   * Of names: SAME in all words, CLOSE when all have a like one (mistyped), PARTLY when all words
   * of the shorter one have (a second name left out, a single name), SLIGHT when some have.
   */
  static Agreement ofNames(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Agreement.MISSING;
    }
    Found found = find(one, other);
    int shorter = Math.min(one.size(), other.size());
    boolean sameLength = one.size() == other.size();
    if (sameLength && found.same == shorter) {
      return Agreement.SAME;
    }
    if (sameLength && found.like() == shorter || together(one).equals(together(other))) {
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

  private static Agreement ofStreet(List<String> one, List<String> other) {
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

  private static Found find(List<String> one, List<String> other) {
    boolean[] takenOfOne = new boolean[one.size()];
    boolean[] takenOfOther = new boolean[other.size()];
    int same = pair(one, other, takenOfOne, takenOfOther, 1);
    int alike = pair(one, other, takenOfOne, takenOfOther, LIKE);
    return new Found(same, alike);
  }

  private static int pair(
      List<String> one, List<String> other, boolean[] taken, boolean[] takenThere, double like) {
    int pairs = 0;
    for (int i = 0; i < one.size(); i++) {
      for (int j = 0; j < other.size() && !taken[i]; j++) {
        if (!takenThere[j] && isLike(one.get(i), other.get(j), like)) {
          taken[i] = true;
          takenThere[j] = true;
          pairs++;
        }
      }
    }
    return pairs;
  }

  /** An initial is like every name that it begins. */
  private static boolean isLike(String one, String other, double like) {
    if (like == 1) {
      return one.equals(other);
    }
    if (one.length() == 1 || other.length() == 1) {
      return one.charAt(0) == other.charAt(0) && Character.isLetter(one.charAt(0));
    }
    return Character.isDigit(one.charAt(0)) == Character.isDigit(other.charAt(0))
        && LIKENESS.apply(one, other) >= like;
  }

  private static String together(List<String> words) {
    return String.join("", words);
  }
}
