package io.github.langgan.customer.matching;

import io.github.langgan.customer.matching.MatchView.FieldWeight;
import io.github.langgan.customer.model.comparison.Agreement;
import io.github.langgan.customer.model.comparison.Field;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.github.langgan.customer.model.comparison.Relation;
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
            description = "How one person is weighed against what else two records may be")
        List<Alternative> alternatives) {

  @Schema(name = "MatchingAlternative")
  public record Alternative(
      @Schema(required = true) Relation alternative,
      @Schema(
              required = true,
              description =
                  "In bits, how much likelier any two customers are one person than this: mostly"
                      + " negative")
          BigDecimal prior,
      @Schema(required = true, description = "What each agreement in each field adds, in bits")
          List<FieldWeight> weights) {

    private static Alternative of(Relation alternative, MatchWeights weights) {
      return new Alternative(
          alternative,
          MatchView.rounded(weights.priorWeight(alternative), 2),
          Arrays.stream(Field.values()).flatMap(field -> of(field, weights, alternative)).toList());
    }

    /** Those that the field can tell apart. */
    private static Stream<FieldWeight> of(Field field, MatchWeights weights, Relation alternative) {
      return Arrays.stream(Agreement.values())
          .filter(agreement -> weights.share(Relation.ONE_PERSON, field, agreement) > 0)
          .map(agreement -> MatchView.of(field, agreement, weights, alternative));
    }
  }

  static MatchingRulesView of(MatchRules rules) {
    return new MatchingRulesView(
        rules.version(),
        rules.thresholds().reviewFrom(),
        rules.thresholds().sameFrom(),
        Arrays.stream(Relation.values())
            .filter(relation -> relation != Relation.ONE_PERSON)
            .map(relation -> Alternative.of(relation, rules.weights()))
            .toList());
  }
}
