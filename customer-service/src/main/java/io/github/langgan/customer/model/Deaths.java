package io.github.langgan.customer.model;

import io.github.langgan.chassis.id.UuidV7;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who has died. A death is of the record that it was reported of, and counts for the customer that
 * the record is now.
 */
@Singleton
public class Deaths {

  /** The one that was reported first, when several records of a customer have one. */
  private static final String AT =
      """
      SELECT DISTINCT ON (customer) coalesce(c.merged_into, c.id) AS customer,
             d.customer_id AS record, d.died_on, d.since, d.form, d.received_at, d.confidence,
             d.reported_at
        FROM customer c JOIN customer_death d ON d.customer_id = c.id
       WHERE (c.id = ANY(:customers) OR c.merged_into = ANY(:customers))
         AND d.since <= :at AND d.reported_at <= :known
         AND (d.revoked_at IS NULL OR d.revoked_at > :known)
       ORDER BY customer, d.reported_at, d.id
      """;

  private static final String REPORT =
      """
      INSERT INTO customer_death (id, customer_id, died_on, since, form, received_at, confidence,
                                  reported_by, reported_at)
      VALUES (:id, :record, :diedOn, :since, :form, :receivedAt, :confidence, :by, :at)
      """;

  private static final String REVOKE =
      """
      UPDATE customer_death d SET revoked_at = greatest(:at, d.reported_at), revoked_by = :by
        FROM customer c
       WHERE c.id = d.customer_id AND (c.id = :customer OR c.merged_into = :customer)
         AND d.revoked_at IS NULL
      """;

  private final Jdbi jdbi;

  Deaths(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Row(
      UUID customer,
      UUID record,
      @Nullable LocalDate diedOn,
      Instant since,
      String form,
      Instant receivedAt,
      @Nullable BigDecimal confidence,
      Instant reportedAt) {

    Death toDeath() {
      Source source =
          new Source(form, receivedAt, confidence == null ? null : new Confidence(confidence));
      return new Death(record, diedOn, since, source, reportedAt);
    }
  }

  /**
   * Of those who were dead at that time.
   *
   * @param known what was reported or revoked later doesn't count
   */
  public Map<UUID, Death> at(Collection<UUID> customers, Instant at, Instant known) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(AT)
                .bind("customers", customers.toArray(UUID[]::new))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("known", known.atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::customer, Row::toDeath)));
  }

  public Optional<Death> of(UUID customer, Instant at) {
    return Optional.ofNullable(at(List.of(customer), at, at).get(customer));
  }

  @Transactional(TxType.MANDATORY)
  public void report(Death death, String by) {
    Source source = death.source();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REPORT)
                .bind("id", UuidV7.next())
                .bind("record", death.record())
                .bindByType("diedOn", death.diedOn(), LocalDate.class)
                .bind("since", death.since().atOffset(ZoneOffset.UTC))
                .bind("form", source.form())
                .bind("receivedAt", source.receivedAt().atOffset(ZoneOffset.UTC))
                .bind(
                    "confidence", source.confidence() == null ? null : source.confidence().value())
                .bind("by", by)
                .bind("at", death.reportedAt().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Of all its records. False when none is in force. */
  @Transactional(TxType.MANDATORY)
  public boolean revoke(UUID customer, String by, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(REVOKE)
                    .bind("customer", customer)
                    .bind("by", by)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute())
        > 0;
  }
}
