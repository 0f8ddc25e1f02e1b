package io.github.langgan.complaint.model;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The customers that this service heard of. */
@Singleton
public class KnownCustomers {

  private static final String ADD =
      """
      INSERT INTO known_customer (customer_id)
      SELECT DISTINCT customer_id FROM unnest(:ids::uuid[]) AS c (customer_id) ORDER BY customer_id
      ON CONFLICT DO NOTHING
      """;

  /** An id that was merged, or that others were merged into, is known by that alone. */
  private static final String CONTAINS =
      """
      SELECT (EXISTS (SELECT FROM known_customer WHERE customer_id = :id)
              OR EXISTS (SELECT FROM alias WHERE id = :id)
              OR EXISTS (SELECT FROM alias WHERE means = :id))
         AND NOT EXISTS (SELECT FROM erased_subject WHERE subject = :id)
      """;

  private final Jdbi jdbi;

  KnownCustomers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public boolean contains(CustomerId id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(CONTAINS).bind("id", id.value()).mapTo(Boolean.class).one());
  }

  public void addAll(Collection<CustomerId> customers) {
    UUID[] ids = customers.stream().map(CustomerId::value).toArray(UUID[]::new);
    jdbi.useHandle(handle -> handle.createUpdate(ADD).bind("ids", ids).execute());
  }
}
