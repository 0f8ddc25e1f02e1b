package io.github.langgan.loyalty.redeeming.policy;

import io.github.langgan.loyalty.model.rule.PointsLimit;
import org.jspecify.annotations.Nullable;

/**
 * Of a program. Nothing that is null is asked of anybody.
 *
 * @param pinAbove more points than these take the member's PIN
 * @param confirmationAbove more points than these are only reserved, and another person confirms
 * @param version 0: nobody has stated one
 */
public record RedemptionPolicy(
    @Nullable PointsLimit limit,
    @Nullable Long pinAbove,
    @Nullable Long confirmationAbove,
    long version) {

  static final RedemptionPolicy NONE = new RedemptionPolicy(null, null, null, 0);

  public boolean takesPin(long points) {
    return pinAbove != null && points > pinAbove;
  }

  public boolean takesConfirmation(long points) {
    return confirmationAbove != null && points > confirmationAbove;
  }
}
