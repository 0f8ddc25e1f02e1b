package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * Whose data is only kept. A restriction is of the record that it came for, and counts for the
 * customer that the record is now.
 */
@Singleton
public class Restrictions {

  private static final String SINCE =
      """
      SELECT coalesce(c.merged_into, c.id) AS customer, min(r.since) AS since
        FROM customer c JOIN customer_restriction r ON r.customer_id = c.id
       WHERE (c.id = ANY(:customers) OR c.merged_into = ANY(:customers))
         AND r.since <= least(:at, :known)
         AND (r.lifted_at IS NULL OR r.lifted_at > least(:at, :known))
       GROUP BY 1
      """;

  private static final String LIFT =
      """
      UPDATE customer_restriction r SET lifted_at = greatest(:at, r.since)
        FROM customer c
       WHERE c.id = r.customer_id AND (c.id = :customer OR c.merged_into = :customer)
         AND r.lifted_at IS NULL
      """;

  private final Jdbi jdbi;

  Restrictions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Since when, of those whose data was only kept at that time.
   *
   * @param known what was said later doesn't count
   */
  public Map<UUID, Instant> at(Collection<UUID> customers, Instant at, Instant known) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SINCE)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("known", known.atOffset(ZoneOffset.UTC))
                .setMapKeyColumn("customer")
                .setMapValueColumn("since")
                .collectInto(new GenericType<Map<UUID, Instant>>() {}));
  }

  public Optional<Instant> of(UUID customer, Instant at) {
    return Optional.ofNullable(at(List.of(customer), at, at).get(customer));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void restrict(UUID customer, UUID requestId, Instant since) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO customer_restriction (request_id, customer_id, since)
                    VALUES (:request, :customer, :since)
                    """)
                .bind("request", requestId)
                .bind("customer", customer)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Of all its records. False when there is none in force. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean lift(UUID customer, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(LIFT)
                    .bind("customer", customer)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute())
        > 0;
  }
}
