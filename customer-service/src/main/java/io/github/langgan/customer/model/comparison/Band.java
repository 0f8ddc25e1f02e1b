package io.github.langgan.customer.model.comparison;

/** What follows from how surely two records are of one person. */
public enum Band {
  DIFFERENT,
  REVIEW,
  SAME
}
