package io.github.langgan.analytics.model;

/** Where in its life with us a customer stands; {@link Lifecycle} has the rule. */
public enum Stage {
  PROSPECT,
  NEW,
  ACTIVE,
  LAPSING,
  LAPSED
}
