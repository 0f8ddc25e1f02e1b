package io.github.langgan.customer.model.comparison;

/**
 * What we start with, until weights are learnt from the data at hand. Estimates: of one person,
 * after the mistakes of clerks and forms; of strangers, after Indonesian names (the most frequent
 * of them stand with one in fifty); of a household, after families that share house, telephone and
 * name; and a hundred thousand records with one in ten there twice, one in five with somebody of
 * the same house.
 */
final class InitialWeights {

  private static final double[] PRIORS = {2e-6, 4e-6, 4e-5, 1 - 4.6e-5};

  private InitialWeights() {}

  static MatchWeights get() {
    double[][][] shares = new double[Relation.COUNT][Field.COUNT][];
    for (Field field : Field.values()) {
      int place = field.ordinal();
      double[] strangers = ofStrangers(field);
      shares[Relation.ONE_PERSON.ordinal()][place] = ofPerson(field);
      shares[Relation.ONE_HOUSEHOLD.ordinal()][place] = ofHousehold(field, strangers);
      shares[Relation.NEIGHBOURS.ordinal()][place] = ofNeighbours(field, strangers);
      shares[Relation.STRANGERS.ordinal()][place] = strangers;
    }
    LearningBounds.keep(shares);
    return new MatchWeights(PRIORS.clone(), shares);
  }

  private static double[] ofPerson(Field field) {
    return switch (field) {
      case NAME -> shares(0.02, 0.04, 0.14, 0.14, 0.66);
      case BIRTH_DATE -> shares(0.04, 0, 0.03, 0.06, 0.87);
      case PHONE -> shares(0.40, 0, 0, 0.04, 0.56);
      case EMAIL -> shares(0.40, 0, 0, 0.04, 0.56);
      case STREET -> shares(0.25, 0.15, 0.12, 0.18, 0.30);
      case LOCALITY -> shares(0.20, 0, 0, 0.05, 0.75);
      case POSTAL_CODE -> shares(0.25, 0, 0, 0.05, 0.70);
      case IDENTIFIER -> shares(0.20, 0, 0, 0.05, 0.75);
    };
  }

  private static double[] ofHousehold(Field field, double[] strangers) {
    return switch (field) {
      case NAME -> shares(0.30, 0.60, 0.08, 0.01, 0.01);
      case PHONE -> shares(0.69, 0, 0, 0.01, 0.30);
      case EMAIL -> shares(0.89, 0, 0, 0.01, 0.10);
      case STREET -> shares(0.03, 0.03, 0.03, 0.15, 0.76);
      case LOCALITY -> shares(0.04, 0, 0, 0.01, 0.95);
      case POSTAL_CODE -> shares(0.05, 0, 0, 0.05, 0.90);
      case BIRTH_DATE, IDENTIFIER -> strangers.clone();
    };
  }

  private static double[] ofNeighbours(Field field, double[] strangers) {
    return switch (field) {
      case STREET -> shares(0.02, 0.10, 0.70, 0.15, 0.03);
      case LOCALITY -> shares(0.04, 0, 0, 0.01, 0.95);
      case POSTAL_CODE -> shares(0.20, 0, 0, 0.20, 0.60);
      case NAME, BIRTH_DATE, PHONE, EMAIL, IDENTIFIER -> strangers.clone();
    };
  }

  private static double[] ofStrangers(Field field) {
    return switch (field) {
      case NAME -> shares(0.939, 0.055, 0.005, 0.0007, 0.0003);
      case BIRTH_DATE -> shares(0.992, 0, 0.006, 0.00195, 0.00005);
      case PHONE -> shares(0.9994, 0, 0, 0.00055, 0.00005);
      case EMAIL -> shares(0.9998, 0, 0, 0.00018, 0.00002);
      case STREET -> shares(0.694, 0.30, 0.005, 0.0007, 0.0003);
      case LOCALITY -> shares(0.968, 0, 0, 0.002, 0.03);
      case POSTAL_CODE -> shares(0.988, 0, 0, 0.01, 0.002);
      case IDENTIFIER -> shares(0.9994, 0, 0, 0.0005, 0.0001);
    };
  }

  private static double[] shares(
      double different, double slight, double partly, double close, double same) {
    return new double[] {0, different, slight, partly, close, same};
  }
}
