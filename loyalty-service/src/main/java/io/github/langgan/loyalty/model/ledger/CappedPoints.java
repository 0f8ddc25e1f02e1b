package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a rule with a cap gave for a purchase.
 *
 * @param allowance what it might have given
 */
record CappedPoints(
    TransactionId purchase,
    MembershipId membership,
    String rule,
    LocalDate periodStart,
    BigDecimal allowance,
    BigDecimal points) {

  CappedPoints giving(BigDecimal less) {
    return new CappedPoints(purchase, membership, rule, periodStart, allowance, less);
  }
}
