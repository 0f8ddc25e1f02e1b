package io.github.langgan.customer.model;

/** Where in its life with the company a customer stands; analytics has the rule. */
public enum Stage {
  /** Has bought nothing yet. */
  PROSPECT,
  NEW,
  ACTIVE,
  /** Silent for longer than usual. */
  LAPSING,
  LAPSED
}
