package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.profile.model.CustomerReference;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** By what customers are named. */
@Singleton
class KnownReferences {

  private static final String ADD =
      """
      INSERT INTO customer_reference (reference, customer_id)
      SELECT reference, customer_id
        FROM unnest(:references::text[], :customers::uuid[]) AS n(reference, customer_id)
       ORDER BY reference COLLATE "C", customer_id
      ON CONFLICT DO NOTHING
      RETURNING reference
      """;

  private static final String REMOVE_OTHERS =
      """
      DELETE FROM customer_reference r
       WHERE r.customer_id = ANY(:ids) AND r.reference NOT LIKE 'card:%'
         AND NOT EXISTS (
               SELECT FROM unnest(:references::text[], :customers::uuid[])
                             AS n(reference, customer_id)
                WHERE n.reference = r.reference AND n.customer_id = r.customer_id)
      RETURNING reference
      """;

  private final Jdbi jdbi;

  KnownReferences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Returns those that are new. */
  Set<CustomerReference> add(Collection<Naming> namings) {
    return change(ADD, Set.of(), namings);
  }

  /**
   * All that these customers are named by, but for their cards.
   *
   * @return those whose meaning has changed
   */
  Set<CustomerReference> replace(Set<UUID> customers, Collection<Naming> namings) {
    if (customers.isEmpty()) {
      return new HashSet<>();
    }
    Set<CustomerReference> changed = new HashSet<>(change(REMOVE_OTHERS, customers, namings));
    changed.addAll(add(namings));
    return changed;
  }

  private Set<CustomerReference> change(
      String sql, Set<UUID> customers, Collection<Naming> namings) {
    Columns<Naming> columns = Columns.of(namings);
    return jdbi.withHandle(
        handle -> {
          var query =
              handle
                  .createQuery(sql)
                  .bind("references", columns.texts(Naming::reference))
                  .bind("customers", columns.uuids(Naming::recordId));
          if (!customers.isEmpty()) {
            query.bind("ids", customers.toArray(UUID[]::new));
          }
          return new HashSet<>(query.mapTo(String.class).map(CustomerReference::new).list());
        });
  }
}
