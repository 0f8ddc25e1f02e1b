package io.github.langgan.customer.consent;

/** What a customer may say of being contacted. */
public enum ActKind {
  /** Yes, for this purpose, over these channels. */
  GRANTED,
  /** No longer. */
  WITHDRAWN,
  /** Never, whatever the ground, and whatever else is granted, until that is taken back. */
  OBJECTED,
  OBJECTION_LIFTED;

  boolean isOfObjection() {
    return this == OBJECTED || this == OBJECTION_LIFTED;
  }

  /** Which of two that are said at the same moment counts: the one that protects more. */
  boolean restricts() {
    return this == OBJECTED || this == WITHDRAWN;
  }
}
