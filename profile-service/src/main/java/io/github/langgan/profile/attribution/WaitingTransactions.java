package io.github.langgan.profile.attribution;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The transactions whose customer is not known yet. */
@Singleton
class WaitingTransactions {

  private static final String ATTRIBUTE =
      """
      WITH waiting AS MATERIALIZED (
        SELECT w.transaction_id, m.customer_id
          FROM unnest(:references::text[], :customers::uuid[]) AS m(reference, customer_id)
               CROSS JOIN LATERAL (
                 SELECT t.transaction_id FROM transaction t
                  WHERE t.reference = m.reference AND t.customer_id IS NULL AND t.type = :type
                  ORDER BY t.transaction_id LIMIT :most) w
         LIMIT :most
      ), locked AS MATERIALIZED (
        SELECT t.transaction_id, w.customer_id
          FROM waiting w JOIN transaction t USING (transaction_id)
         WHERE t.customer_id IS NULL
         ORDER BY t.transaction_id FOR NO KEY UPDATE OF t
      )
      UPDATE transaction t SET customer_id = l.customer_id, attributed_at = :at
        FROM locked l WHERE t.transaction_id = l.transaction_id
      RETURNING t.transaction_id
      """;

  private static final String ATTRIBUTE_LINES =
      """
      UPDATE transaction_line l SET customer_id = t.customer_id
        FROM unnest(:ids::uuid[], :customers::uuid[]) AS t(transaction_id, customer_id)
       WHERE l.transaction_id = t.transaction_id
      """;

  private final Jdbi jdbi;

  WaitingTransactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Gives some of them their customer, but not their lines. The oldest of a reference first. */
  List<UUID> attribute(
      TransactionType type, Map<CustomerReference, UUID> customers, Instant at, int most) {
    Columns<CustomerReference> references = Columns.of(customers.keySet());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ATTRIBUTE)
                .bind("references", references.texts(CustomerReference::text))
                .bind("customers", references.uuids(customers::get))
                .bind("type", type.name())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
  }

  /** The lines follow their transactions; they must be locked. */
  void attributeLines(List<Transaction> transactions) {
    Columns<Transaction> columns = Columns.of(transactions);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ATTRIBUTE_LINES)
                .bind("ids", columns.uuids(Transaction::transactionId))
                .bind("customers", columns.uuids(Transaction::customerId))
                .execute());
  }
}
