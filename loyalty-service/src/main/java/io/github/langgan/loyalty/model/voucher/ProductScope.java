package io.github.langgan.loyalty.model.voucher;

import java.util.Set;

/**
 * What a voucher is for: these products and those of these categories, or all when neither is
 * named; less what is excluded.
 */
public record ProductScope(
    Set<String> products,
    Set<String> categories,
    Set<String> excludedProducts,
    Set<String> excludedCategories) {

  public static final ProductScope ALL = new ProductScope(Set.of(), Set.of(), Set.of(), Set.of());

  public boolean covers(OrderLine line) {
    boolean included =
        products.isEmpty() && categories.isEmpty()
            || products.contains(line.product())
            || line.category() != null && categories.contains(line.category());
    boolean excluded =
        excludedProducts.contains(line.product())
            || line.category() != null && excludedCategories.contains(line.category());
    return included && !excluded;
  }
}
