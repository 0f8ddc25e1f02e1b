package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Our view of profile-service's transactions. */
@Singleton
public class Transactions {

  /**
   * Kind of the due work that lets a new membership (its subject) earn on what is known already.
   */
  public static final String HISTORY_DUE = "earn-history";

  private static final String COLUMNS =
      "id, type, partner, external_id, coalesce(came_for, customer_id) AS came_for, occurred_at,"
          + " currency, channel, total, lines";

  /** Locks the row of each transaction in the order of ids, whether it changes or not. */
  private static final String STORE =
      """
      INSERT INTO transaction AS t (id, type, partner, external_id, customer_id, came_for,
                                    occurred_at, currency, channel, total, lines)
      SELECT * FROM (
        SELECT id, type, partner, external_id, customer_id, nullif(came_for, customer_id),
               occurred_at, currency, channel, total, lines::jsonb
          FROM unnest(:ids::uuid[], :types::text[], :partners::text[], :externalIds::text[],
                      :customers::uuid[], :records::uuid[], :times::timestamptz[],
                      :currencies::text[], :channels::text[], :totals::numeric[], :lines::text[])
                 AS n(id, type, partner, external_id, customer_id, came_for, occurred_at, currency,
                      channel, total, lines)
        UNION ALL
        SELECT id, 'EXPECTED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
          FROM unnest(:expected::uuid[]) AS id
      ) all_rows ORDER BY id
      ON CONFLICT (id) DO UPDATE
         SET type = excluded.type, partner = excluded.partner, external_id = excluded.external_id,
             customer_id = coalesce(t.customer_id, excluded.customer_id),
             came_for = CASE WHEN t.customer_id IS NULL THEN excluded.came_for ELSE t.came_for END,
             occurred_at = excluded.occurred_at, currency = excluded.currency,
             channel = excluded.channel, total = excluded.total, lines = excluded.lines
       WHERE excluded.type <> 'EXPECTED'
         AND (t.type = 'EXPECTED' OR t.customer_id IS NULL AND excluded.customer_id IS NOT NULL)
      RETURNING CASE WHEN old.id IS NULL THEN new.id END
      """;

  private final Jdbi jdbi;

  Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores transactions, of which an id may come again with its customer, and locks them and the
   * purchases that they return until the commit.
   *
   * @param transactions of different ids
   * @return those of which nothing was known before
   */
  public Set<TransactionId> store(List<Transaction> transactions, Meanings meanings) {
    Set<UUID> ids = transactions.stream().map(one -> one.id().value()).collect(Collectors.toSet());
    UUID[] expected =
        returnedPurchases(transactions)
            .map(TransactionId::value)
            .filter(id -> !ids.contains(id))
            .distinct()
            .toArray(UUID[]::new);
    Columns<Transaction> columns =
        new Columns<>(transactions)
            .uuids("ids", one -> one.id().value())
            .texts("types", one -> one instanceof Purchase ? "PURCHASE" : "RETURN")
            .texts("partners", Transaction::partner)
            .texts("externalIds", Transaction::externalId)
            .uuids("customers", one -> customer(one, meanings))
            .uuids("records", one -> one.customer() == null ? null : one.customer().value())
            .times("times", Transaction::occurredAt)
            .texts("currencies", Transaction::currency)
            .texts("channels", Transaction::channel)
            .decimals("totals", Transaction::total)
            .texts("lines", StoredLines::json);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STORE)
                .bindMap(columns.arrays())
                .bind("expected", expected)
                .mapTo(UUID.class)
                .stream()
                .filter(id -> id != null)
                .map(TransactionId::new)
                .collect(Collectors.toSet()));
  }

  /** Those that are known; nobody's too. */
  public List<Transaction> withIds(Collection<TransactionId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT %s FROM transaction WHERE id = ANY(:ids) AND type <> 'EXPECTED'"
                        .formatted(COLUMNS))
                .bind("ids", ids.stream().map(TransactionId::value).toArray(UUID[]::new))
                .mapTo(TransactionRow.class)
                .map(TransactionRow::transaction)
                .list());
  }

  public boolean existFor(CustomerId customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT FROM transaction WHERE customer_id = :customer)")
                .bind("customer", customer.value())
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * A customer's, in the order in which they happened.
   *
   * @param last of those that were read before; null at first
   */
  public List<Transaction> of(CustomerId customer, @Nullable Place last, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT %s FROM transaction
                     WHERE customer_id = :customer AND type <> 'EXPECTED'
                       AND (occurred_at, id) > (coalesce(:at::timestamptz, '-infinity'), :id)
                     ORDER BY occurred_at, id LIMIT :limit
                    """
                        .formatted(COLUMNS))
                .bind("customer", customer.value())
                .bind("at", last == null ? null : last.occurredAt().toString())
                .bind("id", last == null ? new UUID(0, 0) : last.id().value())
                .bind("limit", limit)
                .mapTo(TransactionRow.class)
                .map(TransactionRow::transaction)
                .list());
  }

  /** What these customers bought from one time to before another, in the order of time. */
  public Map<CustomerId, List<Purchase>> purchases(
      Collection<CustomerId> customers, Instant from, Instant to) {
    Map<CustomerId, List<Purchase>> purchases = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id AS owner, %s FROM transaction
                     WHERE customer_id = ANY(:customers) AND type = 'PURCHASE'
                       AND occurred_at >= :from AND occurred_at < :to
                     ORDER BY customer_id, occurred_at, id
                    """
                        .formatted(COLUMNS))
                .bind("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .map(Transactions::owned)
                .forEach(
                    one ->
                        purchases
                            .computeIfAbsent(one.owner(), owner -> new ArrayList<>())
                            .add((Purchase) one.transaction())));
    return purchases;
  }

  private record Owned(CustomerId owner, Transaction transaction) {}

  private static Owned owned(ResultSet row, StatementContext context) throws SQLException {
    return new Owned(
        new CustomerId(row.getObject("owner", UUID.class)),
        context
            .findRowMapperFor(TransactionRow.class)
            .orElseThrow()
            .map(row, context)
            .transaction());
  }

  private static @Nullable UUID customer(Transaction transaction, Meanings meanings) {
    @Nullable CustomerId record = transaction.customer();
    return record == null ? null : meanings.of(record).value();
  }

  private static Stream<TransactionId> returnedPurchases(List<Transaction> transactions) {
    return transactions.stream()
        .filter(Return.class::isInstance)
        .flatMap(back -> ((Return) back).lines().stream())
        .map(ReturnedLine::purchase);
  }
}
