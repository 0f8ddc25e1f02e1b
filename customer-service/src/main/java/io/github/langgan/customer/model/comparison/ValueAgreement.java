package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares values that are the same, mistyped, or others. */
final class ValueAgreement {

  private ValueAgreement() {}

  /** The best of all pairs: people have several numbers and addresses. */
  static Agreement best(List<String> some, List<String> others) {
    return best(some, others, ValueAgreement::of);
  }

  private static Agreement best(
      List<String> some, List<String> others, BiFunction<String, String, Agreement> compare) {
    Agreement best = Agreement.MISSING;
    for (String one : some) {
      for (String other : others) {
        Agreement found = compare.apply(one, other);
        best = found.isStrongerThan(best) ? found : best;
      }
    }
    return best;
  }

  /** {@code budi12} and {@code budi83} are two who are called Budi. */
  static Agreement ofEmails(List<String> some, List<String> others) {
    return best(some, others, ValueAgreement::ofEmail);
  }

  /** Of what is said of each place. */
  static Agreement best(
      List<Place> some, List<Place> others, Function<Place, @Nullable Word> said) {
    Agreement best = Agreement.MISSING;
    for (Place one : some) {
      Word here = said.apply(one);
      for (Place other : others) {
        Word there = said.apply(other);
        if (here != null && there != null) {
          Agreement found = of(here.text(), there.text());
          best = found.isStrongerThan(best) ? found : best;
        }
      }
    }
    return best;
  }

  /** Of the sources that both have an identifier of. */
  static Agreement ofShared(Map<String, List<String>> some, Map<String, List<String>> others) {
    Agreement best = Agreement.MISSING;
    for (var one : some.entrySet()) {
      Agreement found = best(one.getValue(), others.getOrDefault(one.getKey(), List.of()));
      best = found.isStrongerThan(best) ? found : best;
    }
    return best;
  }

  private static Agreement of(String one, String other) {
    if (one.equals(other)) {
      return Agreement.SAME;
    }
    return isMistyped(one, other) ? Agreement.CLOSE : Agreement.DIFFERENT;
  }

  private static Agreement ofEmail(String one, String other) {
    Agreement found = of(one, other);
    return found == Agreement.CLOSE && withoutDigits(one).equals(withoutDigits(other))
        ? Agreement.DIFFERENT
        : found;
  }

  private static String withoutDigits(String value) {
    return value
        .chars()
        .filter(letter -> !Character.isDigit(letter))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** One character too many, missing or wrong, or two neighbours exchanged. */
  static boolean isMistyped(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = longer == one ? other : one;
    if (longer.length() - shorter.length() > 1 || one.equals(other)) {
      return false;
    }
    int at = 0;
    while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
      at++;
    }
    if (longer.length() > shorter.length()) {
      return endsAlike(shorter, at, longer, at + 1);
    }
    return endsAlike(shorter, at + 1, longer, at + 1)
        || at + 1 < one.length()
            && one.charAt(at) == other.charAt(at + 1)
            && one.charAt(at + 1) == other.charAt(at)
            && endsAlike(shorter, at + 2, longer, at + 2);
  }

  private static boolean endsAlike(String one, int from, String other, int fromThere) {
    return one.regionMatches(from, other, fromThere, one.length() - from);
  }
}
