package io.github.langgan.profile.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The transactions that were recorded. */
@Singleton
public class Transactions {

  private final Jdbi jdbi;

  Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One statement for all of them and their lines. */
  public void add(List<Transaction> transactions) {
    if (!transactions.isEmpty()) {
      jdbi.useHandle(handle -> AddTransactions.add(handle, transactions));
    }
  }

  /** Puts these in the place of those with the same ids. */
  public void replace(List<Transaction> transactions) {
    UUID[] ids = Columns.of(transactions).uuids(Transaction::transactionId);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH lines AS (DELETE FROM transaction_line WHERE transaction_id = ANY(:ids))
                    DELETE FROM transaction WHERE transaction_id = ANY(:ids)
                    """)
                .bind("ids", ids)
                .execute());
    add(transactions);
  }

  /** One that is known to exist. */
  public Transaction withId(UUID id) {
    return withIds(List.of(id)).getFirst();
  }

  /** Those with these ids that exist, in the order of their ids. */
  public List<Transaction> withIds(Collection<UUID> ids) {
    return jdbi.withHandle(handle -> read(handle, ids, ""));
  }

  /** The same, with their lines locked in the order of their ids. */
  public List<Transaction> withLockedLines(Collection<UUID> ids) {
    return jdbi.withHandle(handle -> read(handle, ids, "FOR NO KEY UPDATE"));
  }

  private static List<Transaction> read(Handle handle, Collection<UUID> ids, String lock) {
    UUID[] asked = ids.toArray(UUID[]::new);
    Map<UUID, List<TransactionLine>> lines = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM transaction_line WHERE transaction_id = ANY(:ids)"
                + " ORDER BY transaction_id, line "
                + lock)
        .bind("ids", asked)
        .mapTo(LineRow.class)
        .forEach(
            row ->
                lines
                    .computeIfAbsent(row.transactionId(), id -> new ArrayList<>())
                    .add(row.toLine()));
    return handle
        .createQuery(
            "SELECT * FROM transaction WHERE transaction_id = ANY(:ids) ORDER BY transaction_id")
        .bind("ids", asked)
        .mapTo(TransactionRow.class)
        .map(row -> row.with(lines.getOrDefault(row.transactionId(), List.of())))
        .list();
  }
}
