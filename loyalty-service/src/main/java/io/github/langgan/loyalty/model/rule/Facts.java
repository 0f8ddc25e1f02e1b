package io.github.langgan.loyalty.model.rule;

import java.util.Objects;

/**
 * What rules may know of the member, as it was when the purchase earned. Kept with the earning, so
 * that what comes back later is rated as it was.
 *
 * @param firstPurchase whether no other purchase had earned before
 * @param days whole days of membership when it was made, none or more
 * @param tier the code of the level that the member had when it was made; empty: none
 */
public record Facts(boolean firstPurchase, long days, String tier) {

  public static final Facts NONE = new Facts(false, 0, "");

  /** What was kept before there were tiers has none. */
  public Facts {
    tier = Objects.requireNonNullElse(tier, "");
  }
}
