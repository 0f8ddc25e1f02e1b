package io.github.langgan.profile.model;

/** What a partner reports. */
public enum TransactionType {
  PURCHASE,
  RETURN
}
