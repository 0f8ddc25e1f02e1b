package io.github.langgan.profile.model;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The customers that we were told of. */
@Singleton
public class Customers {

  private final Jdbi jdbi;

  Customers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public boolean knows(UUID customerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM known_customer WHERE customer_id = :id)")
                .bind("id", customerId)
                .mapTo(Boolean.class)
                .one());
  }
}
