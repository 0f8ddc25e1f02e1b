package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.Agreement;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.Field;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.github.langgan.customer.model.comparison.Relation;
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
            description =
                "What the two most likely are, if they are not one person: the weights say how much"
                    + " likelier one person is")
        Relation alternative,
    @Schema(
            required = true,
            description =
                "Before anything is compared, in bits: each doubles the odds. With the weight of the"
                    + " fields it gives the probability")
        BigDecimal prior,
    @Schema(required = true, description = "The sum over the fields, in bits") BigDecimal weight,
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
    MatchWeights weights = rules.weights();
    double probability = weights.probability(comparison);
    Relation alternative = weights.alternative(comparison);
    return new MatchView(
        match.id(),
        customerId,
        match.otherThan(customerId),
        otherName,
        rules.thresholds().band(probability),
        rounded(probability, 6),
        alternative,
        rounded(weights.priorWeight(alternative), 2),
        rounded(weights.weight(comparison), 2),
        Arrays.stream(Field.values())
            .filter(field -> comparison.in(field) != Agreement.MISSING)
            .map(field -> of(field, comparison.in(field), weights, alternative))
            .toList(),
        rules.version(),
        match.foundAt());
  }

  static BigDecimal rounded(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
  }

  static FieldWeight of(
      Field field, Agreement agreement, MatchWeights weights, Relation alternative) {
    return new FieldWeight(
        field, agreement, rounded(weights.weight(field, agreement, alternative), 2));
  }
}
