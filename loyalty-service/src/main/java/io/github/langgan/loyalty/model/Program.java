package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.rule.EarningRule;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What members are promised for their purchases.
 *
 * @param currency ISO 4217, of the purchases that earn points; others earn none
 * @param zone where the program's days begin and end
 * @param validity null: points never expire
 * @param rounding from the exact worth of a whole purchase to points
 * @param cardPrefix the six digits that its card numbers begin with
 */
public record Program(
    ProgramId id,
    String name,
    String currency,
    ZoneId zone,
    @Nullable Validity validity,
    Rounding rounding,
    EarnsFrom earnsFrom,
    String cardPrefix,
    EarningRule rule,
    Instant createdAt,
    long version) {

  /** Null: never. */
  public @Nullable Instant expiryOfPointsGiven(Instant at) {
    return validity == null ? null : validity.endsFor(at, zone);
  }
}
