package io.github.langgan.profile.model;

import io.github.langgan.chassis.alias.Aliases;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The customers that we were told of, and which one an id means at this moment. */
@Singleton
public class Customers {

  private final Aliases aliases;
  private final Jdbi jdbi;

  Customers(Aliases aliases, Jdbi jdbi) {
    this.aliases = aliases;
    this.jdbi = jdbi;
  }

  /** Whom an id means: itself, or the customer that its record was merged into. */
  public UUID current(UUID id) {
    return aliases.current(id);
  }

  /** The customer and the records that were merged into it. */
  public Set<UUID> recordsOf(UUID customerId) {
    return aliases.meaning(customerId);
  }

  public boolean knows(UUID customerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (
                      SELECT FROM known_customer
                       WHERE customer_id IN (:id, (SELECT means FROM alias WHERE id = :id)))
                       AND NOT EXISTS (SELECT FROM erased_subject WHERE subject = :id)
                    """)
                .bind("id", customerId)
                .mapTo(Boolean.class)
                .one());
  }
}
