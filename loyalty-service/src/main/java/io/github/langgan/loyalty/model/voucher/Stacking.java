package io.github.langgan.loyalty.model.voucher;

import org.jspecify.annotations.Nullable;

/**
 * With which others a voucher goes. Never with one of its own campaign.
 *
 * @param exclusive it stands alone
 * @param group of which an order takes one
 */
public record Stacking(boolean exclusive, @Nullable String group) {

  boolean goesWith(Stacking other) {
    return !exclusive && !other.exclusive && (group == null || !group.equals(other.group));
  }
}
