package io.github.langgan.customer.model.comparison;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Weights by names, so that those kept by an earlier release are still read when fields or
 * agreements are added: of what they don't name, the initial weights hold.
 */
public record StoredWeights(Map<Relation, OfRelation> relations) {

  public record OfRelation(double prior, Map<Field, Map<Agreement, Double>> shares) {}

  public static StoredWeights of(MatchWeights weights) {
    Map<Relation, OfRelation> relations = new EnumMap<>(Relation.class);
    for (Relation relation : Relation.values()) {
      Map<Field, Map<Agreement, Double>> shares = new EnumMap<>(Field.class);
      for (Field field : Field.values()) {
        Map<Agreement, Double> ofField = new EnumMap<>(Agreement.class);
        Arrays.stream(Agreement.values())
            .filter(agreement -> weights.share(relation, field, agreement) > 0)
            .forEach(one -> ofField.put(one, weights.share(relation, field, one)));
        shares.put(field, ofField);
      }
      relations.put(relation, new OfRelation(weights.prior(relation), shares));
    }
    return new StoredWeights(relations);
  }

  public MatchWeights weights() {
    MatchWeights initial = MatchWeights.initial();
    double[] priors = new double[Relation.COUNT];
    double[][][] shares = new double[Relation.COUNT][][];
    for (Relation relation : Relation.values()) {
      OfRelation stored = relations.get(relation);
      priors[relation.ordinal()] = stored == null ? initial.prior(relation) : stored.prior;
      shares[relation.ordinal()] = initial.shares(relation);
      if (stored != null) {
        stored.shares.forEach(
            (field, levels) ->
                levels.forEach(
                    (level, share) ->
                        shares[relation.ordinal()][field.ordinal()][level.ordinal()] = share));
      }
    }
    return new MatchWeights(priors, shares);
  }
}
