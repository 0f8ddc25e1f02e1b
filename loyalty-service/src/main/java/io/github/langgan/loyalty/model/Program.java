package io.github.langgan.loyalty.model;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.ledger.Unearned;
import io.github.langgan.loyalty.model.tier.TierScheme;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What members are promised for their purchases.
 *
 * @param currency ISO 4217, of the purchases that earn points; others earn none
 * @param zone where the program's days begin and end
 * @param cardPrefix the six digits that its card numbers begin with
 * @param terms all versions, the first one first
 * @param tierSchemes all versions, in the order in which they take effect; none: no tiers
 * @param version counts the changes of the program, of its terms too
 */
public record Program(
    ProgramId id,
    String name,
    String currency,
    ZoneId zone,
    EarnsFrom earnsFrom,
    String cardPrefix,
    List<Terms> terms,
    List<TierScheme> tierSchemes,
    Instant createdAt,
    long version) {

  public Program {
    terms = List.copyOf(terms);
    tierSchemes = List.copyOf(tierSchemes);
  }

  /** In force at a time: those that began last, and were written last. */
  public Terms termsAt(Instant time) {
    return terms.stream()
        .filter(one -> !one.activeFrom().isAfter(time))
        .max(Comparator.comparing(Terms::activeFrom).thenComparing(Terms::version))
        .orElse(terms.getFirst());
  }

  public Terms terms(int version) {
    return terms.get(version - 1);
  }

  /** What points cost the company when they are spent; null where the terms don't say. */
  public @Nullable Money costOf(BigDecimal points, Terms terms) {
    if (terms.pointCost() == null) {
      return null;
    }
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return new Money(
        terms.pointCost().multiply(points).setScale(digits, RoundingMode.HALF_UP), currency);
  }

  /** Of points that don't come of a purchase. */
  public Life lifeOfPointsGiven(Instant at) {
    return termsAt(at).lifeOfPointsGiven(at, zone);
  }

  /** Why a member's purchase earns nothing whatever it is worth; null when it may earn. */
  public @Nullable Unearned whyNothing(Purchase purchase, Membership member) {
    if (!purchase.currency().equals(currency)) {
      return Unearned.OTHER_CURRENCY;
    }
    return earnsFrom == EarnsFrom.ENROLMENT && purchase.occurredAt().isBefore(member.openedAt())
        ? Unearned.BEFORE_ENROLMENT
        : null;
  }
}
