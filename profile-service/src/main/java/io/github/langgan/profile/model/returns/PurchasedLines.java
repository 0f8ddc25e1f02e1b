package io.github.langgan.profile.model.returns;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The purchases' lines that returns may take from. */
@Singleton
public class PurchasedLines {

  /**
   * The newest that a customer has of one product; a return that reaches further back stays
   * unmatched for the rest.
   */
  static final int NEWEST_OF_A_PRODUCT = 1_000;

  private static final String CANDIDATES =
      """
      WITH named AS (
        SELECT t.transaction_id
          FROM reported_transaction r JOIN transaction t USING (transaction_id)
         WHERE r.partner = :partner AND r.external_id = ANY(:externalIds) AND t.type = 'PURCHASE'
      ), candidate AS MATERIALIZED (
        SELECT l.transaction_id, l.line FROM named JOIN transaction_line l USING (transaction_id)
        UNION
        SELECT c.transaction_id, c.line
          FROM unnest(:customers::uuid[], :products::text[], :latest::text[]::timestamptz[])
                 AS w(customer_id, product, latest)
               CROSS JOIN LATERAL (
                 SELECT l.transaction_id, l.line
                   FROM transaction_line l JOIN transaction t USING (transaction_id)
                  WHERE l.customer_id = w.customer_id AND l.product = w.product
                    AND l.returnable > 0 AND t.occurred_at <= w.latest
                  ORDER BY t.occurred_at DESC, l.transaction_id DESC
                  LIMIT :newest) c
      )
      SELECT transaction_id, line, transaction_id IN (SELECT * FROM named) AS named FROM candidate
      """;

  /**
   * All are locked in the order of their ids, so that two batches never wait for each other.
   *
   * <p>What it answers isn't used: PostgreSQL evaluates a row anew that it waited for, and then may
   * leave out rows that it has locked (seen: 40 rows sorted, 40 locked, none answered).
   */
  private static final String LOCK =
      """
      SELECT 1
        FROM unnest(:ids::uuid[], :lines::int[]) AS candidate(transaction_id, line)
             JOIN transaction_line l USING (transaction_id, line)
       ORDER BY l.transaction_id, l.line
         FOR NO KEY UPDATE OF l
      """;

  private static final String READ =
      """
      SELECT l.transaction_id, l.line, t.external_id, t.occurred_at, t.customer_id, t.came_for,
             t.reference, t.currency, l.product, l.name, l.category, l.quantity, l.returnable, l.unit_price,
             l.unit_cost, l.discount, candidate.named
        FROM unnest(:ids::uuid[], :lines::int[], :named::boolean[])
               AS candidate(transaction_id, line, named)
             JOIN transaction_line l USING (transaction_id, line)
             JOIN transaction t USING (transaction_id)
       ORDER BY l.transaction_id, l.line
      """;

  private static final String TAKE =
      """
      UPDATE transaction_line l SET returnable = l.returnable - r.taken
        FROM unnest(:ids::uuid[], :lines::int[], :taken::int[]) AS r(transaction_id, line, taken)
       WHERE l.transaction_id = r.transaction_id AND l.line = r.line
      """;

  private final Jdbi jdbi;

  PurchasedLines(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A customer's purchases of a product up to a time. */
  public record Wanted(UUID customerId, String product, Instant latest) {

    /** Each customer and product once, with the latest time. */
    public static List<Wanted> distinct(List<Wanted> wanted) {
      Map<List<Object>, Wanted> latest = new LinkedHashMap<>();
      for (Wanted one : wanted) {
        latest.merge(
            List.of(one.customerId, one.product),
            one,
            (a, b) -> a.latest.isAfter(b.latest) ? a : b);
      }
      return List.copyOf(latest.values());
    }
  }

  /**
   * Locks the lines until the transaction ends.
   *
   * @param partner whose purchases {@code purchases} names by their numbers
   */
  public ReturnableLines lock(String partner, Set<String> purchases, List<Wanted> wanted) {
    Columns<Wanted> columns = Columns.of(wanted);
    return jdbi.withHandle(
        handle ->
            lock(
                handle,
                handle
                    .createQuery(CANDIDATES)
                    .bind("partner", partner)
                    .bind("externalIds", purchases.toArray(String[]::new))
                    .bind("customers", columns.uuids(Wanted::customerId))
                    .bind("products", columns.texts(Wanted::product))
                    .bind("latest", columns.texts(Wanted::latest))
                    .bind("newest", NEWEST_OF_A_PRODUCT)
                    .mapTo(Candidate.class)
                    .list()));
  }

  private static ReturnableLines lock(Handle handle, List<Candidate> candidates) {
    Columns<Candidate> columns = Columns.of(candidates);
    UUID[] ids = columns.uuids(Candidate::transactionId);
    Integer[] lines = columns.ints(Candidate::line);
    handle.createQuery(LOCK).bind("ids", ids).bind("lines", lines).mapTo(Integer.class).list();
    return new ReturnableLines(
        handle
            .createQuery(READ)
            .bind("ids", ids)
            .bind("lines", lines)
            .bind("named", candidates.stream().map(Candidate::named).toArray(Boolean[]::new))
            .mapTo(PurchasedLine.class)
            .list());
  }

  private record Candidate(UUID transactionId, int line, boolean named) {}

  /** Stores what was taken from locked lines. */
  public void take(List<ReturnableLine> lines) {
    if (!lines.isEmpty()) {
      Columns<ReturnableLine> columns = Columns.of(lines);
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(TAKE)
                  .bind("ids", columns.uuids(line -> line.id().transactionId()))
                  .bind("lines", columns.ints(line -> line.id().line()))
                  .bind("taken", columns.ints(ReturnableLine::taken))
                  .execute());
    }
  }
}
