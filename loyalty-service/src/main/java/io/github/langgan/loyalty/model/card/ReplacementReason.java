package io.github.langgan.loyalty.model.card;

/** Why a member needs a new piece: what the one before was blocked for, or that it has expired. */
public enum ReplacementReason {
  LOST,
  STOLEN,
  FRAUD,
  DAMAGED,
  CUSTOMER_REQUEST,
  OTHER,
  EXPIRED;

  static ReplacementReason of(BlockReason reason) {
    return valueOf(reason.name());
  }
}
