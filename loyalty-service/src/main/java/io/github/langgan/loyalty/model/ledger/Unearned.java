package io.github.langgan.loyalty.model.ledger;

/** Why a purchase earned nothing, whatever it was worth. */
public enum Unearned {
  /** Paid in another currency than the program rates. */
  OTHER_CURRENCY,
  /** Made before the membership, in a program that counts from the enrolment. */
  BEFORE_ENROLMENT,
  /** The rule had no answer. */
  RULE_FAILED
}
