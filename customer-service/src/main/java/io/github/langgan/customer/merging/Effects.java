package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.consent.UnitedConsents;
import java.util.UUID;

/**
 * What a merge did with the record itself: how many values came from the merged one, and what for
 * the survivor may be contacted now.
 */
record Effects(
    long fields, long contacts, long identifiers, long notes, UnitedConsents.Effects consents) {

  static Effects of(Pair pair, Survival survival, UnitedConsents.Effects consents) {
    UUID merged = pair.merged().id().value();
    return new Effects(
        survival.fields().stream()
            .filter(one -> one.from().equals(merged) && !one.field().contains("/"))
            .count(),
        count(survival, merged, "contacts/"),
        count(survival, merged, "identifiers/"),
        count(survival, merged, "notes/"),
        consents);
  }

  private static long count(Survival survival, UUID merged, String prefix) {
    return survival.fields().stream()
        .filter(one -> one.from().equals(merged) && one.field().startsWith(prefix))
        .count();
  }
}
