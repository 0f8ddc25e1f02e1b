package io.github.langgan.stack.load.grouping;

import io.github.langgan.stack.load.csv.CsvLine;
import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import io.github.langgan.stack.load.grouping.ReadLine.Unusable;
import io.github.langgan.stack.load.mapping.CustomerField;
import io.github.langgan.stack.load.mapping.CustomerField.WhenEmpty;
import io.github.langgan.stack.load.mapping.Field;
import io.github.langgan.stack.load.mapping.ReturnMark;
import io.github.langgan.stack.load.mapping.ReturnMark.Quantities;
import io.github.langgan.stack.load.mapping.TimeReader;
import io.github.langgan.stack.load.mapping.TransactionMapping;
import io.github.langgan.stack.load.mapping.TransactionMapping.NegativeQuantities;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lines as the mapping says. */
final class LineReader {

  private static final String OWN_RETURN = "-R";

  private final TransactionMapping mapping;
  private final TimeReader times;

  LineReader(TransactionMapping mapping) {
    this.mapping = mapping;
    this.times = mapping.occurredAt().reader();
  }

  ReadLine read(CsvLine line) {
    String externalId = mapping.externalId().in(line);
    boolean marked = marked(line, externalId);
    LineAmount amount = LineAmount.read(line, mapping, marked);
    Optional<Instant> occurredAt = times.read(line);
    String reason = whyUnusable(line, externalId, marked, amount, occurredAt.isPresent());
    String currency = mapping.currency().in(line);
    if (reason != null) {
      return new Unusable(line.number(), externalId, reason, currency, amount.signed());
    }
    int quantity = amount.quantityOrThrow();
    return new Sale(
        line.number(),
        !marked && quantity < 0 ? externalId + OWN_RETURN : externalId,
        marked || quantity < 0,
        occurredAt.orElseThrow(),
        customer(line),
        currency,
        optional(mapping.channel(), line),
        mapping.product().in(line),
        optional(mapping.name(), line),
        optional(mapping.category(), line),
        Math.abs(quantity),
        amount.unitPriceOrThrow(),
        amount.unitCost(),
        amount.discount(),
        amount.signedOrThrow());
  }

  private boolean marked(CsvLine line, String externalId) {
    ReturnMark mark = mapping.returns();
    return mark != null && mark.marks(line, externalId);
  }

  private @Nullable String whyUnusable(
      CsvLine line, String externalId, boolean marked, LineAmount amount, boolean timeKnown) {
    if (!line.hasAllFields()) {
      return "%d fields instead of %d"
          .formatted(line.fields().size(), line.columns().places().size());
    }
    if (externalId.isEmpty()) {
      return "no number of a transaction";
    }
    if (!timeKnown) {
      return "a time that can't be read";
    }
    if (mapping.currency().in(line).isEmpty()) {
      return "no currency";
    }
    if (mapping.product().in(line).isEmpty()) {
      return "no product";
    }
    if (customer(line).isEmpty() && customerNeeded()) {
      return "no customer";
    }
    return amount.problem() == null
        ? whyUnusable(amount.quantityOrThrow(), marked)
        : amount.problem();
  }

  private @Nullable String whyUnusable(int quantity, boolean marked) {
    ReturnMark mark = mapping.returns();
    if (marked && mark != null && quantity < 0 != (mark.quantities() == Quantities.NEGATIVE)) {
      return quantity < 0 ? "negative quantity in a return" : "positive quantity in a return";
    }
    return !marked && quantity < 0 && mapping.negativeQuantities() == NegativeQuantities.REJECT
        ? "negative quantity in a purchase"
        : null;
  }

  private boolean customerNeeded() {
    CustomerField customer = mapping.customer();
    return customer != null && customer.whenEmpty() == WhenEmpty.REJECT;
  }

  private String customer(CsvLine line) {
    CustomerField customer = mapping.customer();
    return customer == null ? "" : line.field(customer.column());
  }

  private static String optional(@Nullable Field field, CsvLine line) {
    return field == null ? "" : field.in(line);
  }
}
