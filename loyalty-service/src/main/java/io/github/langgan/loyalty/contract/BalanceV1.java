package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.Balance;

/** The membership's points after the event. */
public record BalanceV1(long active, long pending) {

  static BalanceV1 of(Balance balance) {
    return new BalanceV1(balance.active(), balance.pending());
  }
}
