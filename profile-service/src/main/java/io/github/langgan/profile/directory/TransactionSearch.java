package io.github.langgan.profile.directory;

import io.github.langgan.chassis.paging.Cursor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds transactions, the newest first. */
@Singleton
class TransactionSearch {

  private static final String BY_NUMBER =
      """
      SELECT t.transaction_id, t.occurred_at
        FROM reported_transaction r JOIN transaction t USING (transaction_id)
       WHERE r.external_id = :wanted
      """;

  private static final String OF_CUSTOMER =
      """
      SELECT t.transaction_id, t.occurred_at FROM transaction t WHERE t.customer_id = :wanted
      """;

  private static final String PAGE =
      """
         AND (:partner::text IS NULL OR t.partner = :partner)
         AND (t.occurred_at, t.transaction_id) < (:at, :id)
       ORDER BY t.occurred_at DESC, t.transaction_id DESC LIMIT :limit
      """;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);

  private final Jdbi jdbi;

  TransactionSearch(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** With its place in the order. */
  record Found(UUID transactionId, Instant occurredAt) {}

  List<Found> byExternalId(
      String externalId, Optional<String> partner, Optional<Cursor> after, int limit) {
    return jdbi.withHandle(
        handle ->
            page(
                handle.createQuery(BY_NUMBER + PAGE).bind("wanted", externalId),
                partner,
                after,
                limit));
  }

  List<Found> ofCustomer(
      UUID customerId, Optional<String> partner, Optional<Cursor> after, int limit) {
    return jdbi.withHandle(
        handle ->
            page(
                handle.createQuery(OF_CUSTOMER + PAGE).bind("wanted", customerId),
                partner,
                after,
                limit));
  }

  private static List<Found> page(
      Query query, Optional<String> partner, Optional<Cursor> after, int limit) {
    return query
        .bind("partner", partner.orElse(null))
        .bind(
            "at",
            after.map(cursor -> cursor.instant(0)).orElse(END_OF_TIME).atOffset(ZoneOffset.UTC))
        .bind("id", after.map(cursor -> cursor.uuid(1)).orElse(LAST))
        .bind("limit", limit)
        .mapTo(Found.class)
        .list();
  }
}
