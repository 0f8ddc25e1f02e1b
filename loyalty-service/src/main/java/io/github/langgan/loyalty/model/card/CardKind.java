package io.github.langgan.loyalty.model.card;

public enum CardKind {
  /** Sent to the member, who has to have it before it can be used. */
  PHYSICAL,
  /** Shown by an application; can be used at once. */
  VIRTUAL
}
