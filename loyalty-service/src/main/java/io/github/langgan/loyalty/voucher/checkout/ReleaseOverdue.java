package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.voucher.OverdueHolds;
import io.github.langgan.loyalty.model.voucher.OverdueHolds.Hold;
import io.github.langgan.loyalty.model.voucher.Stock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Gives back what orders held that were not made in time. */
@Singleton
class ReleaseOverdue {

  private static final int PORTION = 500;

  private final Aliases aliases;
  private final OverdueHolds overdueHolds;
  private final Stock stock;
  private final Clock clock;

  ReleaseOverdue(Aliases aliases, OverdueHolds overdueHolds, Stock stock, Clock clock) {
    this.aliases = aliases;
    this.overdueHolds = overdueHolds;
    this.stock = stock;
    this.clock = clock;
  }

  /** Whether there may be more. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean releaseSome() {
    aliases.hold();
    List<Hold> overdue = overdueHolds.some(clock.instant(), PORTION);
    if (!overdue.isEmpty()) {
      overdueHolds.release(overdue);
      stock.lockAndChange(overdue.stream().map(hold -> hold.use().undone()).toList());
    }
    return overdue.size() == PORTION;
  }
}
