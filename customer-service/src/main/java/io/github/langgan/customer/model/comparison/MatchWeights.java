package io.github.langgan.customer.model.comparison;

/**
 * The model of Fellegi and Sunter (A Theory for Record Linkage, JASA 64, 1969), with more than one
 * alternative: how often each agreement is seen in each field, by what the two records are. A pair
 * is judged against the likeliest of what else it may be, so that the weights of its fields and the
 * prior add up to what is said of it.
 */
public final class MatchWeights {

  private static final int LEVELS = 8;
  private static final int ROW = Field.COUNT * LEVELS;

  private final double[] priors;
  private final double[][][] shares;
  private final double[] priorBits = new double[Relation.COUNT];
  private final double[] bits = new double[Relation.COUNT * ROW];

  /**
   * @param priors share of all pairs, by relation; they sum to 1
   * @param shares by relation, then field, then agreement; those of a field sum to 1, MISSING apart
   */
  MatchWeights(double[] priors, double[][][] shares) {
    this.priors = priors;
    this.shares = shares;
    for (int relation = 0; relation < Relation.COUNT; relation++) {
      priorBits[relation] = log2(priors[relation]);
      for (int field = 0; field < Field.COUNT; field++) {
        for (int level = 1; level < Agreement.COUNT; level++) {
          bits[relation * ROW + field * LEVELS + level] = log2(shares[relation][field][level]);
        }
      }
    }
  }

  public static MatchWeights initial() {
    return InitialWeights.get();
  }

  /** Share of all pairs that are so. */
  public double prior(Relation relation) {
    return priors[relation.ordinal()];
  }

  /** How often pairs of this relation agree so in the field. */
  public double share(Relation relation, Field field, Agreement agreement) {
    return shares[relation.ordinal()][field.ordinal()][agreement.ordinal()];
  }

  /** In bits: how much likelier one person is than the other, before anything is compared. */
  public double priorWeight(Relation other) {
    return priorBits[0] - priorBits[other.ordinal()];
  }

  /** In bits: 1 makes one person twice as likely, against the other. */
  public double weight(Field field, Agreement agreement, Relation other) {
    int place = field.ordinal() * LEVELS + agreement.ordinal();
    return bits[place] - bits[other.ordinal() * ROW + place];
  }

  /** What the two most likely are, if they are not one person. */
  public Relation alternative(Comparison comparison) {
    int best = 1;
    double most = bits(1, comparison);
    for (int relation = 2; relation < Relation.COUNT; relation++) {
      double some = bits(relation, comparison);
      if (some > most) {
        best = relation;
        most = some;
      }
    }
    return Relation.at(best);
  }

  /** The sum of all fields against the alternative. */
  public double weight(Comparison comparison) {
    Relation other = alternative(comparison);
    double sum = 0;
    for (Field field : Field.values()) {
      sum += weight(field, comparison.in(field), other);
    }
    return sum;
  }

  /** That the two are one person rather than the alternative, from 0 to 1. */
  public double probability(Comparison comparison) {
    double other = bits(1, comparison);
    for (int relation = 2; relation < Relation.COUNT; relation++) {
      other = Math.max(other, bits(relation, comparison));
    }
    return 1 / (1 + Math.pow(2, other - bits(0, comparison)));
  }

  /** In bits: how much likelier the two are of this relation than one person. */
  double ahead(int relation, Comparison comparison) {
    return bits(relation, comparison) - bits(0, comparison);
  }

  /** By field, then agreement. */
  double[][] shares(Relation relation) {
    return shares[relation.ordinal()];
  }

  private double bits(int relation, Comparison comparison) {
    double sum = priorBits[relation];
    int place = relation * ROW;
    for (int pattern = comparison.pattern(); pattern != 0; pattern >>>= Comparison.BITS) {
      sum += bits[place + (pattern & LEVELS - 1)];
      place += LEVELS;
    }
    return sum;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
