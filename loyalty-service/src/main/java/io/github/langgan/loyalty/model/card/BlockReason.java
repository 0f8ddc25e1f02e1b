package io.github.langgan.loyalty.model.card;

public enum BlockReason {
  LOST(true),
  STOLEN(true),
  FRAUD(true),
  DAMAGED(false),
  CUSTOMER_REQUEST(false),
  OTHER(false);

  private final boolean isForGood;

  BlockReason(boolean isForGood) {
    this.isForGood = isForGood;
  }

  /** Somebody else may have the piece, so it is replaced and never unblocked. */
  public boolean isForGood() {
    return isForGood;
  }
}
