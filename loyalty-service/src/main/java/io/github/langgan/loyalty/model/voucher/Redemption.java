package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A voucher in a reservation.
 *
 * @param granted what it took off the order
 * @param kept what returns have left of that; the budget counts this
 * @param minimumKept whether what was not returned would have reached the minimum
 */
public record Redemption(
    UUID id,
    CampaignId campaign,
    UUID voucher,
    String ending,
    ReservationState state,
    Deduction granted,
    BigDecimal kept,
    boolean minimumKept) {

  public Redemption keeping(BigDecimal amount, boolean minimum, ReservationState then) {
    return new Redemption(id, campaign, voucher, ending, then, granted, amount, minimum);
  }

  /** As the counters of its voucher and campaign know it. */
  public Use use() {
    return new Use(campaign, voucher, kept, 1);
  }
}
