package io.github.langgan.customer.matching;

import io.github.langgan.customer.matching.MatchView.FieldWeight;
import io.github.langgan.customer.model.comparison.Agreement;
import io.github.langgan.customer.model.comparison.Field;
import io.github.langgan.customer.model.comparison.MatchWeights;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MatchingRules")
public record MatchingRulesView(
    @Schema(required = true) int version,
    @Schema(required = true) double reviewFrom,
    @Schema(required = true) double sameFrom,
    @Schema(
            required = true,
            description =
                "How many bits any two customers lack before one speaks of their agreement")
        BigDecimal prior,
    @Schema(required = true, description = "What each agreement in each field weighs, in bits")
        List<FieldWeight> weights) {

  static MatchingRulesView of(MatchRules rules) {
    MatchWeights weights = rules.weights();
    return new MatchingRulesView(
        rules.version(),
        rules.thresholds().reviewFrom(),
        rules.thresholds().sameFrom(),
        MatchView.rounded(Math.log(weights.prior() / (1 - weights.prior())) / Math.log(2), 2),
        Arrays.stream(Field.values()).flatMap(field -> of(field, weights)).toList());
  }

  /** Those that the field can tell apart. */
  private static Stream<FieldWeight> of(Field field, MatchWeights weights) {
    return Arrays.stream(Agreement.values())
        .filter(agreement -> Double.isFinite(weights.weight(field, agreement)))
        .filter(agreement -> agreement != Agreement.MISSING)
        .map(
            agreement ->
                new FieldWeight(
                    field, agreement, MatchView.rounded(weights.weight(field, agreement), 2)));
  }
}
