package io.github.langgan.loyalty.model.rule;

/**
 * What rules may know of the member, as it was when the purchase earned. Kept with the earning, so
 * that what comes back later is rated as it was.
 *
 * @param firstPurchase whether no other purchase had earned before
 * @param days whole days of membership when it was made, none or more
 */
public record Facts(boolean firstPurchase, long days) {

  public static final Facts NONE = new Facts(false, 0);
}
