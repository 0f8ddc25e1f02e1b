package io.github.langgan.analytics.facts;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who was registered, and when: customers are known before they buy. */
@Singleton
public class RegisteredCustomers {

  public record Registration(UUID customerId, Instant at) {}

  private static final String ADD =
      """
      INSERT INTO registered_customer (customer_id, registered_at)
      SELECT customer_id, min(at) FROM unnest(:ids::uuid[], :times::text[]::timestamptz[])
          AS r (customer_id, at) GROUP BY customer_id ORDER BY customer_id
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;

  RegisteredCustomers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void addAll(Collection<Registration> registrations) {
    var rows = Columns.of(registrations);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("ids", rows.uuids(Registration::customerId))
                .bind("times", rows.texts(Registration::at))
                .execute());
  }
}
