package io.github.langgan.stack.load.grouping;

import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction of which more lines may follow. */
final class OpenTransaction {

  final List<Sale> sales = new ArrayList<>();
  boolean tooLong;

  /** When its newest line was read, by the number of lines read then. */
  long touched;

  @Nullable String whyNotAlso(Sale sale) {
    if (sales.isEmpty()) {
      return null;
    }
    Sale first = sales.getFirst();
    if (!sale.customer().equals(first.customer())) {
      return another("customer", first);
    }
    if (!sale.currency().equals(first.currency())) {
      return another("currency", first);
    }
    return sale.givenBack() == first.givenBack() ? null : another("type", first);
  }

  private static String another(String what, Sale first) {
    return "another %s than line %d of the same transaction".formatted(what, first.line());
  }
}
