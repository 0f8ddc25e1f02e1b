package io.github.langgan.stack.load.grouping;

import io.github.langgan.stack.load.grouping.Parcel.Leftover;
import io.github.langgan.stack.load.grouping.Parcel.Transaction;
import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import io.github.langgan.stack.load.grouping.ReadLine.Unusable;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts together lines with the same number, as long as they stand within a window of lines. A
 * number that turns up again later is refused, as its transaction is gone by then.
 */
final class Grouping {

  static final int MOST_LINES = 2_000;

  private final int window;
  private final Consumer<Parcel> out;
  private final LinkedHashMap<String, OpenTransaction> open = new LinkedHashMap<>();
  private final SeenNumbers gone = new SeenNumbers();
  private long read;

  Grouping(int window, Consumer<Parcel> out) {
    this.window = window;
    this.out = out;
  }

  void add(ReadLine line) {
    read++;
    closeBefore(read - window);
    switch (line) {
      case Unusable unusable -> out.accept(new Leftover(unusable));
      case Sale sale -> add(sale);
    }
  }

  /** At the end of the file. */
  void finish() {
    closeBefore(Long.MAX_VALUE);
  }

  private void add(Sale sale) {
    if (gone.contains(sale.externalId())) {
      refuse(sale, "its transaction ended more than %d lines above".formatted(window));
      return;
    }
    OpenTransaction transaction = open.get(sale.externalId());
    if (transaction == null) {
      transaction = new OpenTransaction();
    }
    open.putLast(sale.externalId(), transaction);
    transaction.touched = read;
    String reason = whyNot(sale, transaction);
    if (reason == null) {
      transaction.sales.add(sale);
    } else {
      refuse(sale, reason);
    }
  }

  private @Nullable String whyNot(Sale sale, OpenTransaction transaction) {
    if (transaction.sales.size() == MOST_LINES) {
      transaction.tooLong = true;
      transaction.sales.forEach(each -> refuse(each, tooLong()));
      transaction.sales.clear();
    }
    return transaction.tooLong ? tooLong() : transaction.whyNotAlso(sale);
  }

  private void closeBefore(long lowest) {
    while (!open.isEmpty() && open.firstEntry().getValue().touched < lowest) {
      var eldest = open.pollFirstEntry();
      gone.add(eldest.getKey());
      if (!eldest.getValue().sales.isEmpty()) {
        out.accept(new Transaction(eldest.getValue().sales));
      }
    }
  }

  private void refuse(Sale sale, String reason) {
    out.accept(
        new Leftover(
            new Unusable(sale.line(), sale.externalId(), reason, sale.currency(), sale.amount())));
  }

  private static String tooLong() {
    return "more than %d lines in one transaction".formatted(MOST_LINES);
  }
}
