package io.github.langgan.loyalty.compensating;

import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The promises that were answered, for ever. */
@Singleton
class Compensations {

  private final Jdbi jdbi;

  Compensations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param entry null when it was refused
   */
  record Answered(Promise promise, @Nullable Entry entry, Instant at) {}

  Set<CompensationId> amongAnswered(List<Promise> promises) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT id FROM compensation WHERE id = ANY(:ids)")
                    .bind("ids", promises.stream().map(p -> p.id().value()).toArray(UUID[]::new))
                    .mapTo(UUID.class)
                    .map(CompensationId::new)
                    .list()));
  }

  void add(List<Answered> answered) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO compensation (id, case_id, customer_id, membership_id, entry_id,
                                              points, at)
                    SELECT * FROM unnest(:ids::uuid[], :cases::uuid[], :customers::uuid[],
                                         :memberships::uuid[], :entries::uuid[], :points::bigint[],
                                         :times::timestamptz[])
                    """)
                .bindMap(
                    new Columns<>(answered)
                        .uuids("ids", one -> one.promise().id().value())
                        .uuids("cases", one -> one.promise().caseId())
                        .uuids("customers", one -> one.promise().customer().value())
                        .uuids("memberships", one -> membership(one.entry()))
                        .uuids("entries", one -> one.entry() == null ? null : one.entry().id())
                        .longs("points", one -> one.promise().points().value())
                        .times("times", Answered::at)
                        .arrays())
                .execute());
  }

  private static @Nullable UUID membership(@Nullable Entry entry) {
    return entry == null ? null : entry.membership().value();
  }
}
