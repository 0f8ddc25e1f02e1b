package io.github.langgan.customer.upkeep;

import io.github.langgan.customer.model.CustomerKind;

/** What a record is asked for, and how many of its hundred points that is worth. */
enum Aspect {
  NAME(20, 25),
  BIRTH_DATE(10, 0),
  PHONE(20, 25),
  EMAIL(15, 20),
  POSTAL(15, 20),
  IDENTIFIER(10, 10),
  LANGUAGE(5, 0),
  OCCUPATION(5, 0);

  private final int ofPerson;
  private final int ofOrganisation;

  Aspect(int ofPerson, int ofOrganisation) {
    this.ofPerson = ofPerson;
    this.ofOrganisation = ofOrganisation;
  }

  int points(CustomerKind kind) {
    return kind == CustomerKind.PERSON ? ofPerson : ofOrganisation;
  }
}
