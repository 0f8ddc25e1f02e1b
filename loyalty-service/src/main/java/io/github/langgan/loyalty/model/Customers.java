package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The customers that customer-service registered, and those that transactions only named. */
@Singleton
public class Customers {

  private final Jdbi jdbi;

  Customers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public record Registered(CustomerId id, Instant at) {}

  public void register(List<Registered> customers) {
    Columns<Registered> columns =
        new Columns<>(customers)
            .uuids("ids", customer -> customer.id().value())
            .times("times", Registered::at);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO customer AS c (id, registered_at)
                    SELECT id, min(at) FROM unnest(:ids::uuid[], :times::timestamptz[]) AS r(id, at)
                     GROUP BY id ORDER BY id
                    ON CONFLICT (id) DO UPDATE SET registered_at = excluded.registered_at
                     WHERE c.registered_at IS NULL
                    """)
                .bindMap(columns.arrays())
                .execute());
  }

  /** Any of these, which all mean one. */
  public boolean isRegistered(Collection<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) > 0 FROM customer"
                        + " WHERE id = ANY(:ids) AND registered_at IS NOT NULL")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(Boolean.class)
                .one());
  }

  /** Until the commit, no transaction of the customer is stored meanwhile. */
  public void lockForEnrolment(CustomerId id) {
    jdbi.useHandle(
        handle -> {
          // a survivor may not be registered here yet
          handle
              .createUpdate("INSERT INTO customer (id) VALUES (:id) ON CONFLICT DO NOTHING")
              .bind("id", id.value())
              .execute();
          handle
              .createQuery("SELECT id FROM customer WHERE id = :id FOR UPDATE")
              .bind("id", id.value())
              .mapTo(UUID.class)
              .one();
        });
  }

  /**
   * Until the commit, nobody else counts what the customer uses; purchases are stored meanwhile.
   */
  public void lockForCounting(CustomerId id) {
    jdbi.useHandle(
        handle -> {
          // a survivor may not be registered here yet
          handle
              .createUpdate("INSERT INTO customer (id) VALUES (:id) ON CONFLICT DO NOTHING")
              .bind("id", id.value())
              .execute();
          handle
              .createQuery("SELECT id FROM customer WHERE id = :id FOR NO KEY UPDATE")
              .bind("id", id.value())
              .mapTo(UUID.class)
              .one();
        });
  }

  /** The same for many, in the order of their ids. */
  public void lockForCounting(Collection<CustomerId> customers) {
    lock(customers, "FOR NO KEY UPDATE");
  }

  /** Until the commit, none of them is enrolled meanwhile. */
  public void lockAgainstEnrolment(Collection<CustomerId> customers) {
    lock(customers, "FOR KEY SHARE");
  }

  private void lock(Collection<CustomerId> customers, String mode) {
    UUID[] ids = customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
    if (ids.length == 0) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO customer (id) SELECT id FROM unnest(:ids::uuid[]) AS id ORDER BY id
                  ON CONFLICT DO NOTHING
                  """)
              .bind("ids", ids)
              .execute();
          handle
              .createQuery(
                  """
                  SELECT count(*) FROM (SELECT id FROM customer WHERE id = ANY(:ids)
                                         ORDER BY id %s) locked
                  """
                      .formatted(mode))
              .bind("ids", ids)
              .mapTo(Integer.class)
              .one();
        });
  }
}
