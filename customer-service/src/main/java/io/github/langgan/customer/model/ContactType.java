package io.github.langgan.customer.model;

public enum ContactType {
  EMAIL,
  PHONE,
  POSTAL
}
