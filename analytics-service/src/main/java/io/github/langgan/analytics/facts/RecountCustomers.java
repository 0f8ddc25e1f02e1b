package io.github.langgan.analytics.facts;

import io.github.langgan.analytics.model.CustomerId;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts customers anew from the facts: those that lost a transaction to another customer, or were
 * merged or split.
 */
@Singleton
public class RecountCustomers {

  private static final String LOCK =
      """
      SELECT customer_id FROM customer_activity
       WHERE customer_id = ANY(:ids) ORDER BY customer_id FOR UPDATE
      """;

  /** A customer with no fact left keeps a row of noughts. */
  private static final String CLEAR =
      """
      UPDATE customer_activity
         SET purchases = 0, returns = 0, first_purchase_at = NULL, last_purchase_at = NULL,
             cases_opened = 0, cases_resolved = 0
       WHERE customer_id = ANY(:ids)
      """;

  private static final String RETIRED =
      "DELETE FROM %s WHERE customer_id IN (SELECT id FROM alias WHERE id = ANY(:ids))";

  private final Jdbi jdbi;

  RecountCustomers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Locks first and counts in a later statement, which sees what others committed meanwhile. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void fromFacts(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return;
    }
    UUID[] ids = Columns.of(customers).uuids(CustomerId::value);
    jdbi.useHandle(
        handle -> {
          handle.createQuery(LOCK).bind("ids", ids).mapTo(UUID.class).list();
          handle.createUpdate(CLEAR).bind("ids", ids).execute();
          handle
              .createUpdate("DELETE FROM customer_money WHERE customer_id = ANY(:ids)")
              .bind("ids", ids)
              .execute();
          handle.createUpdate(SummarySql.SOME_ACTIVITY).bind("ids", ids).execute();
          handle.createUpdate(SummarySql.SOME_MONEY).bind("ids", ids).execute();
        });
  }

  /** As {@link #fromFacts}; of those that mean another by now nothing is left, not even noughts. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void fromMovedFacts(Collection<CustomerId> customers) {
    fromFacts(customers);
    UUID[] ids = Columns.of(customers).uuids(CustomerId::value);
    jdbi.useHandle(
        handle ->
            Stream.of("customer_activity", "customer_score", "customer_stage")
                .map(RETIRED::formatted)
                .forEach(sql -> handle.createUpdate(sql).bind("ids", ids).execute()));
  }
}
