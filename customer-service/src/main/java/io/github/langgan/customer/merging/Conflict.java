package io.github.langgan.customer.merging;

import org.jspecify.annotations.Nullable;

/** What a split could not assign to one of the two: nothing of it was guessed. */
record Conflict(String code, String subject, @Nullable String survivor, @Nullable String merged) {

  /** Both had the value that was corrected since, or corrections came for both. */
  static Conflict corrected(String field, @Nullable Object survivor, @Nullable Object merged) {
    return new Conflict("corrected-since", field, text(survivor), text(merged));
  }

  /** Taken away from the survivor since; the split-off record has it again. */
  static Conflict removed(String field, Object value) {
    return new Conflict("removed-since", field, null, text(value));
  }

  /** Somebody else has the identifier now; the split-off record goes without. */
  static Conflict taken(Object value) {
    return new Conflict("identifier-taken", "identifiers", null, text(value));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
