package io.github.langgan.customer.model.comparison;

/**
 * The model of Fellegi and Sunter (A Theory for Record Linkage, JASA 64, 1969): how often each
 * agreement is seen between records of one person, and how often between those of two, by field.
 *
 * @param prior share of the compared pairs that are of one person
 * @param ofOne by field, then agreement; those of a field sum to 1, MISSING apart
 * @param ofTwo the same
 */
public record MatchWeights(double prior, double[][] ofOne, double[][] ofTwo) {

  public static MatchWeights initial() {
    return InitialWeights.get();
  }

  /** In bits: 1 makes the pair twice as likely to be of one person. */
  public double weight(Field field, Agreement agreement) {
    if (agreement == Agreement.MISSING) {
      return 0;
    }
    double m = ofOne[field.ordinal()][agreement.ordinal()];
    double u = ofTwo[field.ordinal()][agreement.ordinal()];
    return Math.log(m / u) / Math.log(2);
  }

  /** The sum of all fields. */
  public double weight(Comparison comparison) {
    double sum = 0;
    for (Field field : Field.values()) {
      sum += weight(field, comparison.in(field));
    }
    return sum;
  }

  /** That the two are one person, from 0 to 1. */
  public double probability(Comparison comparison) {
    double odds = prior / (1 - prior) * Math.pow(2, weight(comparison));
    return odds / (1 + odds);
  }
}
