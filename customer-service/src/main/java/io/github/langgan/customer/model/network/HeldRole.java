package io.github.langgan.customer.model.network;

import static java.util.Comparator.naturalOrder;

import java.util.Comparator;
import java.util.Objects;

/** A role of a party, with its time. */
public record HeldRole(PartyRole role, Period period) {

  static final Comparator<HeldRole> ORDER =
      Comparator.comparing(
              (HeldRole held) -> held.period.from(), Comparator.nullsFirst(naturalOrder()))
          .thenComparing(HeldRole::role)
          .thenComparing(held -> held.period.until(), Comparator.nullsLast(naturalOrder()));

  boolean clashesWith(HeldRole other) {
    return role == other.role && (equals(other) || period.overlaps(other.period));
  }

  /** Whether it is the same holding, maybe with another end. */
  boolean continues(HeldRole other) {
    return role == other.role && Objects.equals(period.from(), other.period.from());
  }
}
