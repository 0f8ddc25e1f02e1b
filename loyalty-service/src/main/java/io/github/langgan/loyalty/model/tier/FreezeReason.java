package io.github.langgan.loyalty.model.tier;

public enum FreezeReason {
  /** A complaint of the customer is open. */
  COMPLAINT,
  /** A return is announced and not recorded yet. */
  RETURN_PENDING
}
