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

/** Which customer a reference means, as far as we were told. */
@Singleton
public class CustomerReferences {

  private final Jdbi jdbi;

  CustomerReferences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Those that mean exactly one customer. Unknown ones and ones that several share are left out.
   */
  public Map<CustomerReference, UUID> customersOf(Collection<CustomerReference> references) {
    Map<CustomerReference, UUID> customers = new HashMap<>();
    if (!references.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery(
                      """
                      SELECT reference, (array_agg(customer_id))[1] AS customer_id
                        FROM customer_reference WHERE reference = ANY(:references)
                       GROUP BY reference HAVING count(*) = 1
                      """)
                  .bind("references", Columns.of(references).texts(CustomerReference::text))
                  .mapTo(Meaning.class)
                  .forEach(m -> customers.put(new CustomerReference(m.reference), m.customerId)));
    }
    return customers;
  }

  /** Those that several customers share. */
  public Set<CustomerReference> shared(Collection<CustomerReference> references) {
    return matching(
        """
        SELECT reference FROM customer_reference WHERE reference = ANY(:references)
         GROUP BY reference HAVING count(*) > 1
        """,
        references);
  }

  /** Those under which transactions still wait for their customer. */
  public Set<CustomerReference> awaited(Collection<CustomerReference> references) {
    return matching(
        """
        SELECT reference FROM unnest(:references::text[]) AS r(reference)
         WHERE EXISTS (SELECT FROM transaction t
                        WHERE t.customer_id IS NULL AND t.reference = r.reference)
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

  private record Meaning(String reference, UUID customerId) {}
}
