package io.github.langgan.profile.model;

import io.github.langgan.chassis.sql.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Transactions with their lines in one statement, however many. */
final class AddTransactions {

  /** A line says by its place in the batch whose it is. */
  private static final String ADD =
      """
      WITH batch AS (
        SELECT :ids::uuid[] AS ids, :customers::uuid[] AS customers
      ), transactions AS (
        INSERT INTO transaction (transaction_id, customer_id, came_for, partner, external_id,
               type, occurred_at, recorded_at, attributed_at, reference, returns_external_id, currency,
               channel, total, reported_total)
        SELECT t.*
          FROM batch, unnest(ids, customers, :cameFor::uuid[], :partners::text[],
                 :externalIds::text[], :types::text[], :occurred::text[]::timestamptz[], :recorded::text[]::timestamptz[],
                 :attributed::text[]::timestamptz[], :references::text[], :returns::text[],
                 :currencies::text[], :channels::text[], :totals::text[]::numeric[],
                 :reportedTotals::text[]::numeric[]) AS t
      )
      INSERT INTO transaction_line (transaction_id, customer_id, line, product, name, category,
             quantity, unit_price, unit_cost, discount, amount, returnable, return_of_transaction,
             return_of_line)
      SELECT ids[l.place], customers[l.place], l.line, l.product, l.name, l.category, l.quantity,
             l.unit_price, l.unit_cost, l.discount, l.amount, l.returnable,
             l.return_of_transaction, l.return_of_line
        FROM batch, unnest(:places::int[], :lines::int[], :products::text[], :names::text[],
               :categories::text[], :quantities::int[], :unitPrices::text[]::numeric[],
               :unitCosts::text[]::numeric[], :discounts::text[]::numeric[], :amounts::text[]::numeric[],
               :returnables::int[], :returnedTransactions::uuid[], :returnedLines::int[])
             AS l(place, line, product, name, category, quantity, unit_price, unit_cost, discount,
                  amount, returnable, return_of_transaction, return_of_line)
      """;

  /**
   * A line in a batch.
   *
   * @param place of its transaction, from 1
   */
  private record Placed(int place, boolean ofReturn, TransactionLine line) {

    int returnable() {
      return ofReturn ? 0 : line.quantity();
    }

    @Nullable LineId returnOf() {
      return line.returnOf();
    }
  }

  private AddTransactions() {}

  static void add(Handle handle, List<Transaction> transactions) {
    List<Placed> lines = new ArrayList<>();
    for (int i = 0; i < transactions.size(); i++) {
      for (TransactionLine line : transactions.get(i).lines()) {
        lines.add(new Placed(i + 1, transactions.get(i).isReturn(), line));
      }
    }
    Update update = handle.createUpdate(ADD);
    bindTransactions(update, Columns.of(transactions));
    bindLines(update, Columns.of(lines));
    update.execute();
  }

  private static void bindTransactions(Update update, Columns<Transaction> transactions) {
    update
        .bind("ids", transactions.uuids(Transaction::transactionId))
        .bind("customers", transactions.uuids(Transaction::customerId))
        .bind(
            "cameFor", transactions.uuids(t -> t.owner() == null ? null : t.owner().cameForOther()))
        .bind("partners", transactions.texts(Transaction::partner))
        .bind("externalIds", transactions.texts(Transaction::externalId))
        .bind("types", transactions.texts(Transaction::type))
        .bind("occurred", transactions.texts(Transaction::occurredAt))
        .bind("recorded", transactions.texts(Transaction::recordedAt))
        .bind("attributed", transactions.texts(Transaction::attributedAt))
        .bind("references", transactions.texts(Transaction::customer))
        .bind("returns", transactions.texts(Transaction::returns))
        .bind("currencies", transactions.texts(Transaction::currency))
        .bind("channels", transactions.texts(Transaction::channel))
        .bind("totals", transactions.texts(Transaction::total))
        .bind("reportedTotals", transactions.texts(Transaction::reportedTotal));
  }

  private static void bindLines(Update update, Columns<Placed> lines) {
    update
        .bind("places", lines.ints(Placed::place))
        .bind("lines", lines.ints(placed -> placed.line.line()))
        .bind("products", lines.texts(placed -> placed.line.product()))
        .bind("names", lines.texts(placed -> placed.line.name()))
        .bind("categories", lines.texts(placed -> placed.line.category()))
        .bind("quantities", lines.ints(placed -> placed.line.quantity()))
        .bind("unitPrices", lines.texts(placed -> placed.line.unitPrice()))
        .bind("unitCosts", lines.texts(placed -> placed.line.unitCost()))
        .bind("discounts", lines.texts(placed -> placed.line.discount()))
        .bind("amounts", lines.texts(placed -> placed.line.amount()))
        .bind("returnables", lines.ints(Placed::returnable))
        .bind(
            "returnedTransactions",
            lines.uuids(p -> p.returnOf() == null ? null : p.returnOf().transactionId()))
        .bind("returnedLines", lines.ints(p -> p.returnOf() == null ? null : p.returnOf().line()));
  }
}
