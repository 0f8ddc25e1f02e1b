package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.Agreement;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two records that are or may be of one person, with the reasons. */
@Schema(name = "Match")
public record MatchView(
    @Schema(required = true, description = "Stays as long as both records are there") UUID matchId,
    @Schema(required = true) UUID customerId,
    @Schema(required = true) UUID otherCustomerId,
    @Schema(description = "The other customer's; among the matches of one customer only")
        @Nullable String otherName,
    @Schema(required = true) Band band,
    @Schema(required = true, minimum = "0", maximum = "1") BigDecimal probability,
    @Schema(
            required = true,
            description = "The sum over the fields, in bits: each doubles the odds")
        BigDecimal weight,
    @Schema(required = true, description = "Those in which both records say something")
        List<FieldWeight> fields,
    @Schema(required = true, description = "Version of the rules that it is judged by")
        int rulesVersion,
    @Schema(required = true) Instant foundAt) {

  @Schema(name = "MatchField")
  public record FieldWeight(
      @Schema(required = true) Field field,
      @Schema(required = true) Agreement agreement,
      @Schema(required = true) BigDecimal weight) {}

  /**
   * @param customerId whose match it is; the other one is the other
   */
  static MatchView of(
      MatchRow match, UUID customerId, @Nullable String otherName, MatchRules rules) {
    Comparison comparison = match.compared();
    double probability = rules.probability(comparison);
    return new MatchView(
        match.id(),
        customerId,
        match.otherThan(customerId),
        otherName,
        rules.thresholds().band(probability),
        rounded(probability, 6),
        rounded(rules.weights().weight(comparison), 2),
        Arrays.stream(Field.values())
            .filter(field -> comparison.in(field) != Agreement.MISSING)
            .map(field -> of(field, comparison.in(field), rules))
            .toList(),
        rules.version(),
        match.foundAt());
  }

  static BigDecimal rounded(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
  }

  private static FieldWeight of(Field field, Agreement agreement, MatchRules rules) {
    return new FieldWeight(field, agreement, rounded(rules.weights().weight(field, agreement), 2));
  }
}
