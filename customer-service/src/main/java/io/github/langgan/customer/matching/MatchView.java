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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that is or may be of the same person, with the reasons. */
@Schema(name = "Match")
public record MatchView(
    @Schema(required = true) UUID customerId,
    @Schema(required = true) String name,
    @Schema(required = true) Band band,
    @Schema(required = true, minimum = "0", maximum = "1") BigDecimal probability,
    @Schema(
            required = true,
            description = "The sum over the fields, in bits: each doubles the odds")
        BigDecimal weight,
    @Schema(required = true, description = "Those in which both records say something")
        List<FieldWeight> fields) {

  @Schema(name = "MatchField")
  public record FieldWeight(
      @Schema(required = true) Field field,
      @Schema(required = true) Agreement agreement,
      @Schema(required = true) BigDecimal weight) {}

  static MatchView of(Customer other, MatchPairs.Match match, MatchWeights weights) {
    Comparison comparison = new Comparison(match.comparison());
    double probability = weights.probability(comparison);
    return new MatchView(
        other.id().value(),
        other.particulars().name().full(),
        Band.of(probability),
        rounded(probability, 6),
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
