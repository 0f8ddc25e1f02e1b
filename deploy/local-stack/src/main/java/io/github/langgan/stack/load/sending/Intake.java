package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.load.reconciling.Outcome.Rejected;
import io.github.langgan.stack.load.reconciling.Reconciliation;
import io.github.langgan.stack.load.reconciling.Settlement;
import io.github.langgan.stack.load.reconciling.Slot;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Takes what was read of a file: counts it, and sends it or books why not. */
public final class Intake {

  private final Reconciliation reconciliation;
  private final Settlement settlement;
  private final Lanes lanes;

  public Intake(Reconciliation reconciliation, Settlement settlement, Lanes lanes) {
    this.reconciliation = reconciliation;
    this.settlement = settlement;
    this.lanes = lanes;
  }

  /**
   * A line was read; it will be in an item, or rejected.
   *
   * @param amount what it adds to the sum; null when that can't be known
   */
  public void read(String currency, @Nullable BigDecimal amount) {
    reconciliation.read(currency, amount);
  }

  public void reject(Slot slot, String reason) {
    if (settlement.open(slot)) {
      settlement.settle(slot, new Rejected(reason));
    }
  }

  public void send(Item item) {
    if (settlement.open(item.slot())) {
      lanes.add(item);
    }
  }
}
