package io.github.langgan.loyalty.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of the points that its customers earn a partner pays for.
 *
 * @param partner under whose name the purchases come
 * @param share above 0, 1 at most
 */
public record PartnerShare(String partner, BigDecimal share) {

  /** Whole points, half ones rounded up. */
  public long of(long points) {
    return share
        .multiply(BigDecimal.valueOf(points))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
