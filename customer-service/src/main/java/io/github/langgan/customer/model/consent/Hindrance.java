package io.github.langgan.customer.model.consent;

/** What keeps a customer from being contacted, apart from what it said. */
public enum Hindrance {
  /** What we hold of it is only kept. */
  RESTRICTION,
  /** Nobody is there any more, for any purpose. */
  DEATH
}
