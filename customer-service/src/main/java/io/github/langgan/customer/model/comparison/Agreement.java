package io.github.langgan.customer.model.comparison;

/** How far two records agree in a field. A field uses those that it can tell apart. */
public enum Agreement {
  /** One of the two says nothing; that speaks neither for nor against. */
  MISSING,
  DIFFERENT,
  SLIGHT,
  PARTLY,
  CLOSE,
  SAME;

  private static final Agreement[] ALL = values();

  static final int COUNT = ALL.length;

  static Agreement at(int ordinal) {
    return ALL[ordinal];
  }

  boolean isStrongerThan(Agreement other) {
    return compareTo(other) > 0;
  }
}
