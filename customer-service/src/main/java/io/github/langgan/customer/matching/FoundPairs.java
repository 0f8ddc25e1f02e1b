package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.RecordPair;
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
      return new RecordPair(one, other).id();
    }
  }

  void add(UUID some, UUID other, Comparison comparison, double probability) {
    RecordPair pair = RecordPair.of(some, other);
    pairs.add(new Pair(pair.one(), pair.other(), comparison, probability));
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
}
