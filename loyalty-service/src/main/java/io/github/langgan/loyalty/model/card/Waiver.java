package io.github.langgan.loyalty.model.card;

/** Why a member need not pay. */
public enum Waiver {
  TIER,
  REASON
}
