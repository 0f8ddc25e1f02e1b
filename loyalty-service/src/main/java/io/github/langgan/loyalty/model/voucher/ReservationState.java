package io.github.langgan.loyalty.model.voucher;

public enum ReservationState {
  /** For an order that is being made; past its time it holds nothing. */
  HELD,
  /** Used. */
  REDEEMED,
  /** Let go before or after it was redeemed: the order was not made. */
  RELEASED,
  /** All of the order was returned. */
  RESTORED
}
