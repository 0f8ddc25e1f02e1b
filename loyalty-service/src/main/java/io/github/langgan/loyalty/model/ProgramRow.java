package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ProgramRow(
    UUID id,
    String name,
    String currency,
    String zone,
    @Nullable Integer validityMonths,
    @Nullable Integer validityDays,
    Rounding rounding,
    EarnsFrom earnsFrom,
    String cardPrefix,
    Instant createdAt,
    long version,
    int ruleVersion,
    Per per,
    String expression) {

  Program program() {
    return new Program(
        new ProgramId(id),
        name,
        currency,
        ZoneId.of(zone),
        validity(),
        rounding,
        earnsFrom,
        cardPrefix,
        new EarningRule(ruleVersion, per, expression),
        createdAt,
        version);
  }

  private @Nullable Validity validity() {
    if (validityMonths != null) {
      return new Validity(Period.ofMonths(validityMonths));
    }
    return validityDays == null ? null : new Validity(Period.ofDays(validityDays));
  }
}
