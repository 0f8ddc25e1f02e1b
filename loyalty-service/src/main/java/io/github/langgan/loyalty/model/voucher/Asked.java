package io.github.langgan.loyalty.model.voucher;

/** A code that someone wants to use. */
public sealed interface Asked {

  /** As it was written. */
  String typed();

  record Found(String typed, Voucher voucher, Campaign campaign, Spent spent) implements Asked {}

  /**
   * @param why unknown or mistyped
   */
  record NotFound(String typed, Refusal why) implements Asked {}
}
