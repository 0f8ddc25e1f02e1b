package io.github.langgan.profile.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which customer a reference means, as far as we were told. */
@Singleton
public class CustomerReferences {

  private final Jdbi jdbi;

  CustomerReferences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Those that mean exactly one customer, in a transaction that holds what ids mean. Unknown ones
   * and ones that several customers share are left out. What several records of one customer share
   * comes for the customer itself.
   */
  public Map<CustomerReference, Owner> ownersOf(Collection<CustomerReference> references) {
    Map<CustomerReference, Owner> owners = new HashMap<>();
    if (!references.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery(
                      """
                      SELECT reference, (array_agg(coalesce(a.means, r.customer_id)))[1] AS customer_id,
                             CASE WHEN count(*) = 1 THEN (array_agg(r.customer_id))[1] END AS came_for
                        FROM customer_reference r LEFT JOIN alias a ON a.id = r.customer_id
                       WHERE reference = ANY(:references)
                       GROUP BY reference
                      HAVING count(DISTINCT coalesce(a.means, r.customer_id)) = 1
                      """)
                  .bind("references", Columns.of(references).texts(CustomerReference::text))
                  .mapTo(Meaning.class)
                  .forEach(m -> owners.put(new CustomerReference(m.reference), m.owner())));
    }
    return owners;
  }

  /** Those that several customers share. */
  public Set<CustomerReference> shared(Collection<CustomerReference> references) {
    return matching(
        """
        SELECT reference FROM customer_reference r LEFT JOIN alias a ON a.id = r.customer_id
         WHERE reference = ANY(:references)
         GROUP BY reference HAVING count(DISTINCT coalesce(a.means, r.customer_id)) > 1
        """,
        references);
  }

  /** Those under which transactions or interactions still wait for their customer. */
  public Set<CustomerReference> awaited(Collection<CustomerReference> references) {
    return matching(
        """
        SELECT reference FROM unnest(:references::text[]) AS r(reference)
         WHERE EXISTS (SELECT FROM transaction t
                        WHERE t.customer_id IS NULL AND t.reference = r.reference)
            OR EXISTS (SELECT FROM waiting_interaction w WHERE w.reference = r.reference)
        """,
        references);
  }

  private Set<CustomerReference> matching(String sql, Collection<CustomerReference> references) {
    return references.isEmpty()
        ? Set.of()
        : jdbi.withHandle(
            handle ->
                new HashSet<>(
                    handle
                        .createQuery(sql)
                        .bind("references", Columns.of(references).texts(CustomerReference::text))
                        .mapTo(String.class)
                        .map(CustomerReference::new)
                        .list()));
  }

  private record Meaning(String reference, UUID customerId, @Nullable UUID cameFor) {

    Owner owner() {
      return new Owner(customerId, cameFor == null ? customerId : cameFor);
    }
  }
}
