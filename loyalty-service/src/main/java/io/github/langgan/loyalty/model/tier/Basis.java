package io.github.langgan.loyalty.model.tier;

/** What counts for a tier. */
public enum Basis {
  /** That purchases earned, net of returns. */
  POINTS,
  /** Money paid for purchases in the program's currency, net of returns. */
  SPEND,
  /** The points on the account, pending ones too. */
  BALANCE
}
