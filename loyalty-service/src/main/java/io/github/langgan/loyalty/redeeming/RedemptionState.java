package io.github.langgan.loyalty.redeeming;

public enum RedemptionState {
  /** The points are set aside until somebody confirms or cancels. */
  RESERVED,
  /** The points are spent; what was given back since is told beside it. */
  REDEEMED,
  CANCELLED,
  /** Nobody confirmed in time. */
  TIMED_OUT
}
