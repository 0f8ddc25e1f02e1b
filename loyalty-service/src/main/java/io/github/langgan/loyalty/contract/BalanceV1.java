package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.Balance;
import org.jspecify.annotations.Nullable;

/**
 * The membership's points after the event.
 *
 * @param active never below zero, as was published before balances could be: then the debt tells it
 * @param debt that later points pay; null: none
 */
public record BalanceV1(long active, long pending, @Nullable Long debt) {

  static BalanceV1 of(Balance balance) {
    return new BalanceV1(
        Math.max(balance.active(), 0),
        balance.pending(),
        balance.debt() == 0 ? null : balance.debt());
  }
}
