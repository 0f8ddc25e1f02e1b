package io.github.langgan.profile.model.returns;

import io.github.langgan.profile.model.LineId;
import io.github.langgan.profile.model.TransactionLine;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A purchase's line, locked: what was bought, and what of it was not given back yet. */
public final class ReturnableLine {

  private final PurchasedLine bought;
  private final LineMoney money;
  private final int givenBackBefore;
  private int givenBack;

  public ReturnableLine(PurchasedLine bought) {
    this.bought = bought;
    this.money =
        LineMoney.of(bought.quantity(), bought.unitPrice(), bought.discount(), bought.currency());
    this.givenBackBefore = bought.quantity() - bought.returnable();
    this.givenBack = givenBackBefore;
  }

  public LineId id() {
    return new LineId(bought.transactionId(), bought.line());
  }

  public PurchasedLine bought() {
    return bought;
  }

  public int left() {
    return bought.quantity() - givenBack;
  }

  /** How many pieces were taken since it was read. */
  public int taken() {
    return givenBack - givenBackBefore;
  }

  boolean costs(@Nullable BigDecimal unitPrice) {
    return unitPrice != null && bought.unitPrice().compareTo(unitPrice) == 0;
  }

  /** As if the pieces that were taken last had not been. */
  void takeBack(int quantity) {
    givenBack -= quantity;
  }

  /** The return's line that gives these pieces back, for their share of what was paid. */
  TransactionLine giveBack(int line, int quantity) {
    if (quantity < 1 || quantity > left()) {
      throw new IllegalArgumentException(quantity + " of " + left() + " left");
    }
    LineMoney.Share share = money.share(givenBack, givenBack + quantity);
    givenBack += quantity;
    return new TransactionLine(
        line,
        bought.product(),
        bought.name(),
        bought.category(),
        quantity,
        bought.unitPrice(),
        bought.unitCost(),
        share.discount(),
        share.amount(),
        id());
  }
}
