package io.github.langgan.analytics.model;

/**
 * Recency, frequency and monetary value by quintiles of all customers with a purchase, 5 the best.
 * A score is one more than the number of cut points that lie below the value, so that customers who
 * are equal score equally, however many they are.
 */
public record RfmScores(int recency, int frequency, int monetary) {

  public RfmScores {
    if (outside(recency) || outside(frequency) || outside(monetary)) {
      throw new IllegalArgumentException("scores lie between 1 and 5");
    }
  }

  private static boolean outside(int score) {
    return score < 1 || score > 5;
  }
}
