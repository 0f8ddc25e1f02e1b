package io.github.langgan.customer.model;

/** What a customer has at most one of. */
public enum Trait {
  NAME,
  BIRTH_DATE,
  GENDER,
  OCCUPATION,
  LANGUAGE
}
