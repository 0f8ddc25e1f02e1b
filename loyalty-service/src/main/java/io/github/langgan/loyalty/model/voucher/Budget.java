package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign may give away in all.
 *
 * @param discount in its currency; null: without limit
 * @param redemptions null: without limit
 */
public record Budget(@Nullable BigDecimal discount, @Nullable Long redemptions) {

  public static final Budget NONE = new Budget(null, null);

  public boolean isLimited() {
    return discount != null || redemptions != null;
  }

  /** Whether one more redemption fits. */
  boolean allows(Spent spent, BigDecimal more) {
    return (discount == null || spent.discount().add(more).compareTo(discount) <= 0)
        && (redemptions == null || spent.redemptions() < redemptions);
  }
}
