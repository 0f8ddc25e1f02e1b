package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a voucher takes off, in its campaign's currency. */
public sealed interface Discount {

  record Amount(BigDecimal amount) implements Discount {}

  /**
   * @param percent of what is left by the vouchers before, 0 to 100
   * @param most in money; null: as much as it comes to
   */
  record Percent(BigDecimal percent, @Nullable BigDecimal most) implements Discount {}
}
