package io.github.langgan.customer.model.comparison;

/**
 * From which probability on a pair is for review, and from which it is taken to be of one person.
 */
public record Thresholds(double reviewFrom, double sameFrom) {

  public static final Thresholds INITIAL = new Thresholds(0.5, 0.99);

  public Thresholds {
    if (!(0 < reviewFrom && reviewFrom <= sameFrom && sameFrom < 1)) {
      throw new IllegalArgumentException("must be 0 < reviewFrom <= sameFrom < 1");
    }
  }

  public Band band(double probability) {
    if (probability >= sameFrom) {
      return Band.SAME;
    }
    return probability >= reviewFrom ? Band.REVIEW : Band.DIFFERENT;
  }
}
