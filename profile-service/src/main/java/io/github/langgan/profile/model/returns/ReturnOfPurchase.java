package io.github.langgan.profile.model.returns;

import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionLine;
import io.github.langgan.profile.model.returns.ReturnMatch.ExceedsPurchase;
import io.github.langgan.profile.model.returns.ReturnMatch.Matched;
import io.github.langgan.profile.model.returns.ReturnMatch.NothingLeft;
import io.github.langgan.profile.model.returns.ReturnMatch.OtherCurrency;
import io.github.langgan.profile.model.returns.ReturnMatch.PurchaseUnknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A return that names its purchase: it is taken whole, or refused and takes nothing. */
public final class ReturnOfPurchase {

  private final ReportedTransaction report;
  private final List<ReturnableLine> purchase;
  private final List<TransactionLine> lines = new ArrayList<>();

  private ReturnOfPurchase(ReportedTransaction report, List<ReturnableLine> purchase) {
    this.report = report;
    this.purchase = purchase;
  }

  public static ReturnMatch match(ReportedTransaction report, ReturnableLines returnable) {
    String purchase = report.returns();
    if (purchase == null) {
      throw new IllegalArgumentException("names no purchase");
    }
    return new ReturnOfPurchase(report, returnable.ofPurchase(purchase)).match(purchase);
  }

  private ReturnMatch match(String externalId) {
    if (purchase.isEmpty()) {
      return new PurchaseUnknown(externalId);
    }
    String paidIn = purchase.getFirst().bought().currency();
    if (!paidIn.equals(report.currency())) {
      return new OtherCurrency(paidIn);
    }
    return report.lines().isEmpty() ? all(externalId) : asReported();
  }

  private ReturnMatch all(String externalId) {
    purchase.forEach(line -> take(line, line.left()));
    return lines.isEmpty() ? new NothingLeft(externalId) : new Matched(lines);
  }

  private ReturnMatch asReported() {
    Map<String, Integer> left = new HashMap<>();
    purchase.forEach(line -> left.merge(line.bought().product(), line.left(), Integer::sum));
    for (int i = 0; i < report.lines().size(); i++) {
      ReportedLine line = report.lines().get(i);
      int ofProduct = left.getOrDefault(line.product(), 0);
      if (line.quantity() > ofProduct) {
        return new ExceedsPurchase(i, line.product(), ofProduct);
      }
      left.put(line.product(), ofProduct - line.quantity());
    }
    report.lines().forEach(this::take);
    return new Matched(lines);
  }

  /** From lines of the same price first, in the purchase's order. */
  private void take(ReportedLine reported) {
    int open = reported.quantity();
    List<ReturnableLine> ofProduct =
        purchase.stream()
            .filter(line -> line.bought().product().equals(reported.product()))
            .sorted(Comparator.comparing(line -> !line.costs(reported.unitPrice())))
            .toList();
    for (ReturnableLine line : ofProduct) {
      open -= take(line, Math.min(open, line.left()));
    }
  }

  private int take(ReturnableLine line, int quantity) {
    if (quantity > 0) {
      lines.add(line.giveBack(lines.size() + 1, quantity));
    }
    return quantity;
  }
}
