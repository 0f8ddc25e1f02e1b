package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What holds for customers now. */
@Singleton
public class Standings {

  private final Restrictions restrictions;
  private final Deaths deaths;
  private final Jdbi jdbi;
  private final Clock clock;

  Standings(Restrictions restrictions, Deaths deaths, Jdbi jdbi, Clock clock) {
    this.restrictions = restrictions;
    this.deaths = deaths;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  public Standing of(CustomerId customer) {
    UUID id = customer.value();
    Instant now = clock.instant();
    return new Standing(
        restrictions.of(id, now).orElse(null), deaths.of(id, now).orElse(null), archivedAt(id));
  }

  private @Nullable Instant archivedAt(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT archived_at FROM customer_archive WHERE customer_id = :id")
                .bind("id", id)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null));
  }
}
