package io.github.langgan.benchmarks.ingest;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/** The rows of a batch by columns, made before the clock runs. */
record JdbcBatch(
    List<Column> numbers, List<Column> transactions, List<Column> lines, List<Column> events) {

  /** An array that a statement takes, with its type. */
  record Column(String type, Object[] values) {}

  /**
   * @param customers their ids, by the partner's numbers
   */
  static JdbcBatch of(List<Sale> sales, String partner, Map<String, UUID> customers) {
    SplittableRandom random = new SplittableRandom(sales.getFirst().externalId().hashCode());
    List<JdbcRow> rows =
        sales.stream()
            .map(
                sale ->
                    JdbcRow.of(
                        sale,
                        sale.customer() == null ? null : customers.get(sale.customer()),
                        random))
            .toList();
    List<JdbcRow.Line> lines = rows.stream().flatMap(row -> row.lines().stream()).toList();
    Column ids = uuids(rows, JdbcRow::id);
    Column externalIds = texts(rows, row -> row.sale().externalId());
    return new JdbcBatch(
        List.of(externalIds, uuids(rows, JdbcRow::fingerprint), ids),
        List.of(
            ids,
            uuids(rows, JdbcRow::customer),
            externalIds,
            texts(rows, row -> row.sale().occurredAt()),
            texts(rows, row -> reference(row, partner)),
            texts(rows, row -> row.sale().total())),
        List.of(
            uuids(lines, line -> line.row().id()),
            uuids(lines, line -> line.row().customer()),
            ints(lines, JdbcRow.Line::number),
            texts(lines, line -> line.line().product()),
            texts(lines, line -> line.line().name()),
            ints(lines, line -> line.line().quantity()),
            texts(lines, line -> line.line().unitPrice()),
            texts(lines, line -> line.line().amount())),
        List.of(
            uuids(rows, JdbcRow::key),
            texts(rows, JdbcRow::id),
            texts(rows, row -> row.event(partner))));
  }

  private static String reference(JdbcRow row, String partner) {
    return row.sale().customer() == null
        ? null
        : "identifier:%s:%s".formatted(partner, row.sale().customer());
  }

  private static <T> Column uuids(List<T> rows, Function<T, UUID> column) {
    return new Column("uuid", rows.stream().map(column).toArray(UUID[]::new));
  }

  private static <T> Column ints(List<T> rows, Function<T, Integer> column) {
    return new Column("int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  private static <T> Column texts(List<T> rows, Function<T, Object> column) {
    return new Column(
        "text",
        rows.stream()
            .map(column)
            .map(value -> value == null ? null : value.toString())
            .toArray(String[]::new));
  }
}
