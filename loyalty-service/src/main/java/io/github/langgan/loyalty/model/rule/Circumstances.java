package io.github.langgan.loyalty.model.rule;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a rating depends on beside the purchase and the rules.
 *
 * @param allowances the points that rules with a cap may give, by name; absent: the whole cap
 */
public record Circumstances(Facts facts, Map<String, BigDecimal> allowances) {

  public static final Circumstances USUAL = new Circumstances(Facts.NONE, Map.of());
}
