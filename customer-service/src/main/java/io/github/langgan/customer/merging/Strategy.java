package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Provenance;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Which of two records a value is taken from, when both have one. The greater wins. */
enum Strategy {
  /** The survivor's own. */
  SURVIVOR((one, other) -> 0),

  /** Of whose source is surer. */
  MOST_CONFIDENT(known(provenance -> provenance.confidence().value())),

  /** What the company got last. */
  MOST_RECENT(known(provenance -> provenance.source().receivedAt())),

  /** The longer text. */
  LONGEST(Comparator.comparingInt(Claim::length));

  /**
   * What a record says.
   *
   * @param provenance empty when nobody noted it
   */
  record Claim(Object value, Optional<Provenance> provenance) {

    int length() {
      String text = value.toString();
      return text.codePointCount(0, text.length());
    }
  }

  private final Comparator<Claim> order;

  Strategy(Comparator<Claim> order) {
    this.order = order;
  }

  boolean prefers(Claim one, Claim other) {
    return order.compare(one, other) > 0;
  }

  private static <T extends Comparable<? super T>> Comparator<Claim> known(
      Function<Provenance, T> by) {
    return Comparator.comparing(
        claim -> claim.provenance().map(by).orElse(null),
        Comparator.nullsFirst(Comparator.naturalOrder()));
  }
}
