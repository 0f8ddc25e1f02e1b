package io.github.langgan.stack.load.grouping;

import io.github.langgan.stack.load.LineTaker;
import io.github.langgan.stack.load.csv.CsvLine;
import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import io.github.langgan.stack.load.grouping.ReadLine.Unusable;
import io.github.langgan.stack.load.mapping.TransactionMapping;
import io.github.langgan.stack.load.reconciling.Slot;
import io.github.langgan.stack.load.sending.Intake;
import io.github.langgan.stack.load.sending.Item;
import java.math.BigDecimal;
import java.util.List;

/** Lines become transactions. */
public final class TransactionLines implements LineTaker {

  private final LineReader reader;
  private final Grouping grouping;
  private final TransactionJson json;
  private final Intake intake;

  public TransactionLines(TransactionMapping mapping, Intake intake) {
    this.reader = new LineReader(mapping);
    this.grouping = new Grouping(mapping.windowOrUsual(), this::pass);
    this.json = new TransactionJson(mapping);
    this.intake = intake;
  }

  @Override
  public void take(CsvLine line) {
    ReadLine read = reader.read(line);
    switch (read) {
      case Sale sale -> intake.read(sale.currency(), sale.amount());
      case Unusable unusable -> intake.read(unusable.currency(), unusable.amount());
    }
    grouping.add(read);
  }

  @Override
  public void finish() {
    grouping.finish();
  }

  private void pass(Parcel parcel) {
    switch (parcel) {
      case Parcel.Leftover(Unusable line) ->
          intake.reject(
              new Slot(new long[] {line.line()}, line.externalId(), line.currency(), line.amount()),
              line.reason());
      case Parcel.Transaction(List<Sale> sales) ->
          intake.send(new Item(order(sales.getFirst()), json.of(sales), slot(sales)));
    }
  }

  /** One customer's transactions keep their order; nobody's need none. */
  private static int order(Sale first) {
    return (first.customer().isEmpty() ? first.externalId() : first.customer()).hashCode();
  }

  private static Slot slot(List<Sale> sales) {
    Sale first = sales.getFirst();
    return new Slot(
        sales.stream().mapToLong(Sale::line).toArray(),
        first.externalId(),
        first.currency(),
        sales.stream().map(Sale::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
