package io.github.langgan.profile.recording;

import io.github.langgan.profile.model.ReportedLine;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The lines of a request. */
final class LineCheck {

  private static final int MOST_PIECES = 10_000_000;
  private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000000");

  private final Checked checked;
  private final boolean priceMayLack;

  LineCheck(Checked checked, boolean priceMayLack) {
    this.checked = checked;
    this.priceMayLack = priceMayLack;
  }

  /** Null when something is wrong, which was noted then. */
  @Nullable ReportedLine check(@Nullable LineRequest line, int place) {
    String at = "/lines/" + place + "/";
    if (line == null) {
      checked.error("/lines/" + place, "not-null", "must not be null");
      return null;
    }
    int before = checked.count();
    checked.present(line.product(), at, "product");
    checked.code(line.product(), 60, at, "product");
    checked.text(line.name(), 200, at, "name");
    checked.text(line.category(), 100, at, "category");
    quantity(line.quantity(), at);
    if (line.unitPrice() == null && !priceMayLack) {
      checked.present(null, at, "unitPrice");
    }
    BigDecimal unitPrice = checked.amount(line.unitPrice(), at, "unitPrice");
    BigDecimal unitCost = checked.amount(line.unitCost(), at, "unitCost");
    BigDecimal discount = checked.amount(line.discount(), at, "discount");
    if (checked.count() > before) {
      return null;
    }
    ReportedLine reported =
        new ReportedLine(
            line.product(),
            line.name(),
            line.category(),
            line.quantity(),
            unitPrice,
            unitCost,
            discount == null ? BigDecimal.ZERO : discount);
    return isBounded(reported, at) ? reported : null;
  }

  private void quantity(@Nullable Integer quantity, String at) {
    checked.present(quantity, at, "quantity");
    if (quantity != null && (quantity < 1 || quantity > MOST_PIECES)) {
      checked.error(at + "quantity", "range", "must lie between 1 and " + MOST_PIECES);
    }
  }

  private boolean isBounded(ReportedLine line, String at) {
    BigDecimal amount = line.amount();
    if (amount.signum() < 0) {
      checked.error(at + "discount", "too-large", "must not exceed quantity × unitPrice");
    } else if (line.unitPrice() == null && line.discount().signum() > 0) {
      checked.error(at + "discount", "without-price", "must be absent when unitPrice is");
    } else if (amount.compareTo(MOST_MONEY) >= 0) {
      checked.error(at + "unitPrice", "too-large", "must make an amount below " + MOST_MONEY);
    } else {
      return true;
    }
    return false;
  }
}
