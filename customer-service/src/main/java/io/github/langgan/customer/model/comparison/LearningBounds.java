package io.github.langgan.customer.model.comparison;

import static io.github.langgan.customer.model.comparison.Agreement.CLOSE;
import static io.github.langgan.customer.model.comparison.Agreement.DIFFERENT;
import static io.github.langgan.customer.model.comparison.Agreement.PARTLY;
import static io.github.langgan.customer.model.comparison.Agreement.SAME;
import static io.github.langgan.customer.model.comparison.Agreement.SLIGHT;
import static io.github.langgan.customer.model.comparison.Relation.NEIGHBOURS;
import static io.github.langgan.customer.model.comparison.Relation.ONE_HOUSEHOLD;
import static io.github.langgan.customer.model.comparison.Relation.ONE_PERSON;
import static io.github.langgan.customer.model.comparison.Relation.STRANGERS;

import java.util.Arrays;
import java.util.List;

/**
 * What no data may teach, so that each class stays what its name says. Where nobody is registered
 * twice, learning would else call families or neighbours one person, since these agree most.
 */
final class LearningBounds {

  /** Of pairs of a household; an estimate. */
  private static final double TWINS = 0.005;

  private static final List<Field> OF_THE_PERSON = List.of(Field.BIRTH_DATE, Field.IDENTIFIER);
  private static final List<Field> NOT_OF_THE_PLACE =
      List.of(Field.NAME, Field.BIRTH_DATE, Field.PHONE, Field.EMAIL, Field.IDENTIFIER);

  /** By relation, field and agreement. */
  private static final double[][][] MOST = new double[Relation.COUNT][Field.COUNT][Agreement.COUNT];

  static {
    for (double[][] relation : MOST) {
      for (double[] field : relation) {
        Arrays.fill(field, 1);
      }
    }
    most(ONE_PERSON, Field.NAME, DIFFERENT, 0.05);
    most(ONE_PERSON, Field.NAME, SLIGHT, 0.25);
    most(ONE_PERSON, Field.BIRTH_DATE, DIFFERENT, 0.10);
    most(ONE_PERSON, Field.BIRTH_DATE, PARTLY, 0.05);
    most(ONE_PERSON, Field.BIRTH_DATE, CLOSE, 0.10);
    most(ONE_PERSON, Field.PHONE, CLOSE, 0.10);
    most(ONE_PERSON, Field.EMAIL, CLOSE, 0.10);
    most(ONE_PERSON, Field.IDENTIFIER, DIFFERENT, 0.20);
    most(ONE_PERSON, Field.IDENTIFIER, CLOSE, 0.15);
    most(ONE_HOUSEHOLD, Field.NAME, CLOSE, 0.01);
    most(ONE_HOUSEHOLD, Field.NAME, SAME, 0.01);
    most(ONE_HOUSEHOLD, Field.STREET, DIFFERENT, 0.03);
    most(ONE_HOUSEHOLD, Field.STREET, SLIGHT, 0.03);
    most(ONE_HOUSEHOLD, Field.STREET, PARTLY, 0.03);
    most(ONE_HOUSEHOLD, Field.LOCALITY, DIFFERENT, 0.05);
    most(ONE_HOUSEHOLD, Field.POSTAL_CODE, DIFFERENT, 0.05);
  }

  private LearningBounds() {}

  /**
   * Changes the shares as little as may be.
   *
   * @param shares by relation, field and agreement
   */
  static void keep(double[][][] shares) {
    for (int relation = 0; relation < Relation.COUNT; relation++) {
      for (int field = 0; field < Field.COUNT; field++) {
        bound(shares[relation][field], MOST[relation][field]);
      }
    }
    double[][] strangers = shares[STRANGERS.ordinal()];
    for (Field field : OF_THE_PERSON) {
      shares[ONE_HOUSEHOLD.ordinal()][field.ordinal()] = strangers[field.ordinal()].clone();
    }
    double[] born = shares[ONE_HOUSEHOLD.ordinal()][Field.BIRTH_DATE.ordinal()];
    for (int level = 1; level < Agreement.COUNT; level++) {
      born[level] *= 1 - TWINS;
    }
    born[SAME.ordinal()] += TWINS;
    for (Field field : NOT_OF_THE_PLACE) {
      shares[NEIGHBOURS.ordinal()][field.ordinal()] = strangers[field.ordinal()].clone();
    }
  }

  /** What is too much goes to the agreements without bound, as they share the rest. */
  private static void bound(double[] shares, double[] most) {
    double tooMuch = 0;
    double free = 0;
    for (int level = 1; level < Agreement.COUNT; level++) {
      tooMuch += Math.max(0, shares[level] - most[level]);
      free += most[level] == 1 ? shares[level] : 0;
    }
    if (tooMuch > 0) {
      for (int level = 1; level < Agreement.COUNT; level++) {
        shares[level] =
            most[level] == 1
                ? shares[level] * (1 + tooMuch / free)
                : Math.min(shares[level], most[level]);
      }
    }
  }

  private static void most(Relation relation, Field field, Agreement agreement, double share) {
    MOST[relation.ordinal()][field.ordinal()][agreement.ordinal()] = share;
  }
}
