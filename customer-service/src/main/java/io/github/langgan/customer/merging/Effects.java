package io.github.langgan.customer.merging;

import java.util.UUID;

/** What a merge did with the record itself: how many values came from the merged one. */
record Effects(long fields, long contacts, long identifiers, long notes) {

  static Effects of(Pair pair, Survival survival) {
    UUID merged = pair.merged().id().value();
    return new Effects(
        survival.fields().stream()
            .filter(one -> one.from().equals(merged) && !one.field().contains("/"))
            .count(),
        count(survival, merged, "contacts/"),
        count(survival, merged, "identifiers/"),
        count(survival, merged, "notes/"));
  }

  private static long count(Survival survival, UUID merged, String prefix) {
    return survival.fields().stream()
        .filter(one -> one.from().equals(merged) && one.field().startsWith(prefix))
        .count();
  }
}
