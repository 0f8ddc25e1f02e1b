package io.github.langgan.profile.attribution;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Owner;
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

  private static final String WAITING =
      """
      SELECT w.transaction_id
        FROM unnest(:references::text[]) AS m(reference)
             CROSS JOIN LATERAL (
               SELECT t.transaction_id FROM transaction t
                WHERE t.reference = m.reference AND t.customer_id IS NULL AND t.type = :type
                ORDER BY t.transaction_id LIMIT :most) w
       LIMIT :most
      """;

  /** A statement of its own, so that the next one sees what others did to them meanwhile. */
  private static final String LOCK =
      """
      SELECT transaction_id FROM transaction WHERE transaction_id = ANY(:ids)
       ORDER BY transaction_id FOR NO KEY UPDATE
      """;

  private static final String ATTRIBUTE =
      """
      UPDATE transaction t SET customer_id = m.customer_id, came_for = m.came_for, attributed_at = :at
        FROM unnest(:references::text[], :customers::uuid[], :cameFor::uuid[])
               AS m(reference, customer_id, came_for)
       WHERE t.transaction_id = ANY(:ids) AND t.reference = m.reference AND t.customer_id IS NULL
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
      TransactionType type, Map<CustomerReference, Owner> owners, Instant at, int most) {
    Columns<CustomerReference> columns = Columns.of(owners.keySet());
    String[] references = columns.texts(CustomerReference::text);
    return jdbi.withHandle(
        handle -> {
          UUID[] waiting =
              handle
                  .createQuery(WAITING)
                  .bind("references", references)
                  .bind("type", type.name())
                  .bind("most", most)
                  .mapTo(UUID.class)
                  .list()
                  .toArray(UUID[]::new);
          handle.createQuery(LOCK).bind("ids", waiting).mapTo(UUID.class).list();
          return handle
              .createQuery(ATTRIBUTE)
              .bind("ids", waiting)
              .bind("references", references)
              .bind("customers", columns.uuids(named -> owners.get(named).customerId()))
              .bind("cameFor", columns.uuids(named -> owners.get(named).cameForOther()))
              .bind("at", at.atOffset(ZoneOffset.UTC))
              .mapTo(UUID.class)
              .list();
        });
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
