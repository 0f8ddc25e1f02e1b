package io.github.langgan.customer.model.consent;

/** What a customer may say of being contacted. */
public enum ActKind {
  /** Yes, for this purpose, over these channels. */
  GRANTED,
  /** No longer. */
  WITHDRAWN,
  /** Never, whatever the ground, and whatever else is granted, until that is taken back. */
  OBJECTED,
  OBJECTION_LIFTED;

  public boolean isOfObjection() {
    return this == OBJECTED || this == OBJECTION_LIFTED;
  }

  /** Which of two that are said at the same moment counts: the one that protects more. */
  public boolean restricts() {
    return this == OBJECTED || this == WITHDRAWN;
  }
}
