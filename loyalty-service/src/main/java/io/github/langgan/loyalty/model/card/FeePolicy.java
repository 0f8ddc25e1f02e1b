package io.github.langgan.loyalty.model.card;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * What members pay for a new piece of their card.
 *
 * @param share of the card's price, from 0 to 1
 * @param freeForTiers whose members pay nothing
 * @param freeForReasons for which nobody pays
 */
public record FeePolicy(
    BigDecimal share, Set<String> freeForTiers, Set<ReplacementReason> freeForReasons) {

  /** Half of the price, for everybody and whatever the reason. */
  public static final FeePolicy HALF = new FeePolicy(new BigDecimal("0.50"), Set.of(), Set.of());

  public FeePolicy {
    freeForTiers = Set.copyOf(freeForTiers);
    freeForReasons = Set.copyOf(freeForReasons);
  }

  /**
   * In whole minor units of the currency, half of one rounded up.
   *
   * @param tier of the member; empty: none
   */
  public Fee fee(BigDecimal price, String currency, ReplacementReason why, Optional<String> tier) {
    int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    if (freeForReasons.contains(why)) {
      return new Fee(BigDecimal.ZERO.setScale(decimals), currency, Waiver.REASON);
    }
    if (tier.filter(freeForTiers::contains).isPresent()) {
      return new Fee(BigDecimal.ZERO.setScale(decimals), currency, Waiver.TIER);
    }
    return new Fee(price.multiply(share).setScale(decimals, RoundingMode.HALF_UP), currency, null);
  }
}
