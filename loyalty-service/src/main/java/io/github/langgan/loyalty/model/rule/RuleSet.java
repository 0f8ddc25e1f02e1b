package io.github.langgan.loyalty.model.rule;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a purchase is worth: the rules, and what doesn't count for any of them.
 *
 * @param excludedProducts whose lines rules don't see, nor their part of the total
 * @param excludedCategories the same
 */
public record RuleSet(
    List<EarningRule> rules, Set<String> excludedProducts, Set<String> excludedCategories) {

  /** More would make a purchase's rating dear, and nobody could say what it gives. */
  public static final int MOST_RULES = 100;

  public RuleSet {
    rules = List.copyOf(rules);
    excludedProducts = Set.copyOf(excludedProducts);
    excludedCategories = Set.copyOf(excludedCategories);
  }

  public static RuleSet of(EarningRule... rules) {
    return new RuleSet(List.of(rules), Set.of(), Set.of());
  }

  /** What counts of a purchase; empty when nothing does. */
  Optional<Purchase> counted(Purchase purchase) {
    return excludedProducts.isEmpty() && excludedCategories.isEmpty()
        ? Optional.of(purchase)
        : purchase.without(this::excludes);
  }

  private boolean excludes(PurchaseLine line) {
    return excludedProducts.contains(line.product())
        || line.category() != null && excludedCategories.contains(line.category());
  }
}
