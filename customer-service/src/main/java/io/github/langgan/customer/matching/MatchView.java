package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.comparison.Agreement;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.Field;
import io.github.langgan.customer.model.comparison.MatchWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A record that is or may be of the same person, with the reasons.
 *
 * @param probability from 0 to 1
 * @param weight in bits, the sum over the fields: each bit doubles the odds
 */
public record MatchView(
    UUID customerId,
    String name,
    Band band,
    BigDecimal probability,
    BigDecimal weight,
    List<FieldWeight> fields) {

  /** A field in which both records say something. */
  public record FieldWeight(Field field, Agreement agreement, BigDecimal weight) {}

  static MatchView of(Customer other, MatchPairs.Match match, MatchWeights weights) {
    Comparison comparison = new Comparison(match.comparison());
    return new MatchView(
        other.id().value(),
        other.particulars().name().full(),
        Band.of(match.probability()),
        rounded(match.probability(), 6),
        rounded(weights.weight(comparison), 2),
        Arrays.stream(Field.values())
            .filter(field -> comparison.in(field) != Agreement.MISSING)
            .map(
                field ->
                    new FieldWeight(
                        field,
                        comparison.in(field),
                        rounded(weights.weight(field, comparison.in(field)), 2)))
            .toList());
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
  }
}
