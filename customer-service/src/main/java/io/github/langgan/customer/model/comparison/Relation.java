package io.github.langgan.customer.model.comparison;

/**
 * What two records may be. Those of one household agree in street, telephone and family name, those
 * of one street in the address; with strangers alone to compare with, both would look like one
 * person (Winkler, Improved Decision Rules in the Fellegi-Sunter Model of Record Linkage, 1993,
 * learns three classes for the same reason).
 */
public enum Relation {
  ONE_PERSON,
  ONE_HOUSEHOLD,
  NEIGHBOURS,
  STRANGERS;

  private static final Relation[] ALL = values();

  static final int COUNT = ALL.length;

  static Relation at(int ordinal) {
    return ALL[ordinal];
  }
}
