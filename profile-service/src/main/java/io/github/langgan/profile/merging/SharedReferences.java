package io.github.langgan.profile.merging;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.profile.model.CustomerReference;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** By what two customers are named, and nobody else: it names one when they are merged. */
@Singleton
class SharedReferences {

  private static final String SHARED =
      """
      SELECT reference FROM customer_reference r LEFT JOIN alias a ON a.id = r.customer_id
       WHERE reference IN (
               SELECT reference FROM customer_reference
                WHERE customer_id IN (SELECT :merged UNION ALL
                                      SELECT id FROM alias WHERE means = :merged))
       GROUP BY reference
      HAVING bool_and(coalesce(a.means, r.customer_id) IN (:survivor, :merged))
         AND bool_or(coalesce(a.means, r.customer_id) = :survivor)
      """;

  private final Jdbi jdbi;

  SharedReferences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param survivor and {@code merged}: two customers, none merged into another by now
   */
  List<CustomerReference> of(UUID survivor, UUID merged) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SHARED)
                .bind("survivor", survivor)
                .bind("merged", merged)
                .mapTo(String.class)
                .map(CustomerReference::new)
                .list());
  }

  /** How many transactions wait under them. */
  long waiting(Collection<CustomerReference> references) {
    return references.isEmpty()
        ? 0
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(*) FROM transaction
                         WHERE customer_id IS NULL AND reference = ANY(:references)
                        """)
                    .bind("references", Columns.of(references).texts(CustomerReference::text))
                    .mapTo(Long.class)
                    .one());
  }
}
