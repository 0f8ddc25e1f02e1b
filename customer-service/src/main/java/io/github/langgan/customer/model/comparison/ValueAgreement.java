package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Compares values that are the same, mistyped, or others. */
final class ValueAgreement {

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

  private ValueAgreement() {}

  /** The best of all pairs: people have several numbers and addresses. */
  static Agreement best(Collection<String> some, Collection<String> others) {
    Agreement best = Agreement.MISSING;
    for (String one : some) {
      for (String other : others) {
        Agreement found = of(one, other);
        best = found.isStrongerThan(best) ? found : best;
      }
    }
    return best;
  }

  /** Of what is said of each place. */
  static Agreement best(
      Collection<Place> some, Collection<Place> others, Function<Place, @Nullable String> said) {
    return best(values(some, said), values(others, said));
  }

  private static List<String> values(
      Collection<Place> places, Function<Place, @Nullable String> said) {
    return places.stream().map(said).filter(Objects::nonNull).distinct().toList();
  }

  /** Of the sources that both have an identifier of. */
  static Agreement ofShared(Map<String, Set<String>> some, Map<String, Set<String>> others) {
    Agreement best = Agreement.MISSING;
    for (var one : some.entrySet()) {
      Agreement found = best(one.getValue(), others.getOrDefault(one.getKey(), Set.of()));
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

  /** One character too many, missing or wrong, or two neighbours exchanged. */
  static boolean isMistyped(String one, String other) {
    int distance = DISTANCE.apply(one, other);
    return distance == 1 || (distance == 2 && isTransposed(one, other));
  }

  private static boolean isTransposed(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    int at = 0;
    while (one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at + 1 < one.length()
        && one.charAt(at) == other.charAt(at + 1)
        && one.charAt(at + 1) == other.charAt(at)
        && one.regionMatches(at + 2, other, at + 2, one.length() - at - 2);
  }
}
