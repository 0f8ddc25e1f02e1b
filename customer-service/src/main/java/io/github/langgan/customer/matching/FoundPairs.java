package io.github.langgan.customer.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.customer.model.comparison.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Pairs that are or may be of one person. */
final class FoundPairs {

  private final List<Pair> pairs = new ArrayList<>();

  /** The lower id first, as the database orders them. */
  record Pair(UUID one, UUID other, Comparison comparison, double probability) {

    UUID id() {
      return idOf(one, other);
    }
  }

  void add(UUID some, UUID other, Comparison comparison, double probability) {
    pairs.add(
        isLower(some, other)
            ? new Pair(some, other, comparison, probability)
            : new Pair(other, some, comparison, probability));
  }

  void addAll(FoundPairs more) {
    pairs.addAll(more.pairs);
  }

  /** All but those of these ids. */
  FoundPairs without(Set<UUID> ids) {
    FoundPairs rest = new FoundPairs();
    pairs.stream().filter(pair -> !ids.contains(pair.id())).forEach(rest.pairs::add);
    return rest;
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** The same whenever the two are found again. */
  static UUID idOf(UUID one, UUID other) {
    return UUID.nameUUIDFromBytes((one + "/" + other).getBytes(UTF_8));
  }

  static boolean isLower(UUID one, UUID other) {
    int first = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return first != 0
        ? first < 0
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
  }
}
