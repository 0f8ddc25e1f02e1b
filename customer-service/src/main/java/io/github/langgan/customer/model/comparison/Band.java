package io.github.langgan.customer.model.comparison;

/** What follows from how surely two records are of one person. */
public enum Band {
  DIFFERENT,
  REVIEW,
  SAME;

  private static final double REVIEW_FROM = 0.5;
  private static final double SAME_FROM = 0.99;

  public static Band of(double probability) {
    if (probability >= SAME_FROM) {
      return SAME;
    }
    return probability >= REVIEW_FROM ? REVIEW : DIFFERENT;
  }
}
