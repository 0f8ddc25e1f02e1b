package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.rule.RuleSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a program promises. Never changed: another version takes its place for the
 * purchases that are made from then on.
 *
 * @param version from 1, in the order in which they were written
 * @param activeFrom of the first version of no meaning: it counts for all that was bought before
 * @param rounding from the exact worth of a whole purchase to points
 * @param expiry null: points never expire
 * @param activationDays points can be spent so many days after the day of the purchase
 * @param pointCost what a point costs the company when it is spent, in the program's currency; null
 *     when nobody said
 * @param partnerShares at most one of each partner; who isn't among them pays for nothing
 */
public record Terms(
    int version,
    Instant activeFrom,
    Rounding rounding,
    @Nullable Expiry expiry,
    int activationDays,
    @Nullable BigDecimal pointCost,
    List<PartnerShare> partnerShares,
    RuleSet rules) {

  public Terms {
    partnerShares = List.copyOf(partnerShares);
  }

  public Terms beginningAt(Instant time) {
    return new Terms(
        version, time, rounding, expiry, activationDays, pointCost, partnerShares, rules);
  }

  public Optional<PartnerShare> shareOf(String partner) {
    return partnerShares.stream().filter(one -> one.partner().equals(partner)).findFirst();
  }

  /** Of points that don't come of a purchase. */
  public Life lifeOfPointsGiven(Instant at, ZoneId zone) {
    return expiry == null
        ? Life.forEver(at)
        : new Life(at, null, expiry.endsFor(at, zone), expiry.lapsesAfter());
  }

  /** Of a purchase's points. */
  public Life lifeOfPointsEarned(Instant at, Instant boughtAt, ZoneId zone) {
    Instant activeAt =
        boughtAt.atZone(zone).toLocalDate().plusDays(activationDays).atStartOfDay(zone).toInstant();
    Life life = lifeOfPointsGiven(at, zone);
    return activeAt.isAfter(at)
        ? new Life(at, activeAt, life.expiresAt(), life.lapsesAfter())
        : life;
  }
}
