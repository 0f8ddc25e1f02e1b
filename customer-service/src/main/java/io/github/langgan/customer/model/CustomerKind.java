package io.github.langgan.customer.model;

public enum CustomerKind {
  PERSON,
  ORGANISATION
}
