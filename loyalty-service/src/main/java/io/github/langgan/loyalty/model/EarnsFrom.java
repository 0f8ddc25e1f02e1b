package io.github.langgan.loyalty.model;

/** Which of a member's purchases earn points. */
public enum EarnsFrom {
  /** Every known one, also from before the membership: history that partners push, or pushed. */
  ALWAYS,
  /** Those made at or after the opening of the membership. */
  ENROLMENT
}
