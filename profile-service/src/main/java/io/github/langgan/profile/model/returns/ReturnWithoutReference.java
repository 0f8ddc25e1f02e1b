package io.github.langgan.profile.model.returns;

import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A return that names no purchase gives back the customer's newest earlier purchases of its
 * products: those of the same unit price first, for the till took the price from somewhere. What
 * matches nothing is recorded as reported.
 */
public final class ReturnWithoutReference {

  /** A return of many pieces that were bought one by one; what is beyond stays unmatched. */
  static final int MOST_LINES = 2_500;

  private final ReportedTransaction report;
  private final List<TransactionLine> lines = new ArrayList<>();

  private ReturnWithoutReference(ReportedTransaction report) {
    this.report = report;
  }

  public static List<TransactionLine> match(
      ReportedTransaction report, UUID customerId, ReturnableLines returnable) {
    ReturnWithoutReference match = new ReturnWithoutReference(report);
    for (int i = 0; i < report.lines().size(); i++) {
      ReportedLine line = report.lines().get(i);
      int matchedAtMost = MOST_LINES - (report.lines().size() - i);
      match.take(line, returnable.boughtBefore(report, customerId, line.product()), matchedAtMost);
    }
    return match.lines;
  }

  private void take(ReportedLine reported, List<ReturnableLine> newestFirst, int linesAtMost) {
    int open = takeFrom(newestFirst, reported, true, reported.quantity(), linesAtMost);
    open = takeFrom(newestFirst, reported, false, open, linesAtMost);
    if (open > 0) {
      lines.add(unmatched(reported, open));
    }
  }

  private int takeFrom(
      List<ReturnableLine> purchases,
      ReportedLine reported,
      boolean samePrice,
      int quantity,
      int linesAtMost) {
    int open = quantity;
    for (ReturnableLine line : purchases) {
      int taken = Math.min(open, line.left());
      if (taken > 0
          && line.costs(reported.unitPrice()) == samePrice
          && lines.size() < linesAtMost) {
        lines.add(line.giveBack(lines.size() + 1, taken));
        open -= taken;
      }
    }
    return open;
  }

  private TransactionLine unmatched(ReportedLine reported, int open) {
    TransactionLine whole = TransactionLine.of(lines.size() + 1, reported);
    if (open == reported.quantity()) {
      return whole;
    }
    LineMoney.Share share =
        LineMoney.of(reported.quantity(), whole.unitPrice(), whole.discount(), report.currency())
            .share(reported.quantity() - open, reported.quantity());
    return new TransactionLine(
        whole.line(),
        whole.product(),
        whole.name(),
        whole.category(),
        open,
        whole.unitPrice(),
        whole.unitCost(),
        share.discount(),
        share.amount(),
        null);
  }
}
