package io.github.langgan.loyalty.transferring.policy;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Of a program. Nothing that is null is asked of anybody.
 *
 * @param least points of a transfer
 * @param given by a member, at most
 * @param received by a member, at most
 * @param recipients of a member, at most: those that it has given to count again as none
 * @param pinAbove more points than these take the giver's PIN
 * @param version 0: nobody has stated one
 */
public record TransferPolicy(
    boolean allowed,
    @Nullable Long least,
    @Nullable Most given,
    @Nullable Most received,
    @Nullable Most recipients,
    @Nullable Long pinAbove,
    long version) {

  static final TransferPolicy NONE = new TransferPolicy(false, null, null, null, null, null, 0);

  /**
   * In a period of the calendar.
   *
   * @param amount points, or members
   */
  public record Most(long amount, CapPeriod period) {}

  public boolean takesPin(long points) {
    return pinAbove != null && points > pinAbove;
  }
}
