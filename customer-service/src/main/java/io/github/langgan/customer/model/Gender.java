package io.github.langgan.customer.model;

/** As intake forms ask for it; whoever didn't say has none. */
public enum Gender {
  MALE,
  FEMALE,
  OTHER
}
