package io.github.langgan.loyalty.model.offer;

/** Why a member got no offer. */
public enum Withheld {
  NOT_IN_AUDIENCE,
  /** No consent, an objection, a restriction, a death. */
  NOT_CONTACTABLE,
  /** It got as many offers lately as it should. */
  CONTACT_BUDGET,
  /** The proposition's. */
  BUDGET_EXHAUSTED,
  /** By lot, to compare with. */
  CONTROL_GROUP
}
