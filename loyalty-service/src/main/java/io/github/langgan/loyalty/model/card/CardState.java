package io.github.langgan.loyalty.model.card;

/** Of the piece of a card that is in use; those before it were replaced. */
public enum CardState {
  /** Issued, not yet in the member's hands. */
  INACTIVE,
  ACTIVE,
  BLOCKED,
  EXPIRED
}
