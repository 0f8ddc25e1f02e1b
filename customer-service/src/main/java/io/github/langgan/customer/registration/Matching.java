package io.github.langgan.customer.registration;

/** When new customers are compared with those that are there. */
public enum Matching {
  AT_ONCE,
  /** By the next run over all customers. */
  LATER
}
