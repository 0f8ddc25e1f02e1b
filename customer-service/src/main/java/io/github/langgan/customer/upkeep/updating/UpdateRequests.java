package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.customer.model.CustomerId;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All update requests. */
@Singleton
class UpdateRequests {

  private static final String OF =
      """
      SELECT * FROM update_request
       WHERE customer_id = ANY(ARRAY(
               SELECT id FROM customer WHERE id = :customer OR merged_into = :customer))
         AND (:id::uuid IS NULL OR id = :id)
         AND (:before::uuid IS NULL OR id < :before)
       ORDER BY id DESC LIMIT :limit
      """;

  private final Jdbi jdbi;

  UpdateRequests(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Transactional(TxType.MANDATORY)
  void add(UpdateRequest request, String by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO update_request (id, customer_id, opened_by, opened_at, expires_at)
                    VALUES (:id, :customer, :by, :openedAt, :expiresAt)
                    """)
                .bind("id", request.id())
                .bind("customer", request.customerId())
                .bind("by", by)
                .bind("openedAt", utc(request.openedAt()))
                .bind("expiresAt", utc(request.expiresAt()))
                .execute());
  }

  Optional<UpdateRequest> find(UUID id) {
    return find(id, "");
  }

  /** Nobody else answers or revokes it until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<UpdateRequest> lock(UUID id) {
    return find(id, " FOR UPDATE");
  }

  private Optional<UpdateRequest> find(UUID id, String lock) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM update_request WHERE id = :id" + lock)
                .bind("id", id)
                .mapTo(UpdateRequest.class)
                .findOne());
  }

  /** Of the customer and of the records that were merged into it; newest first. */
  List<UpdateRequest> of(CustomerId survivor, @Nullable UUID before, int limit) {
    return of(survivor, null, before, limit);
  }

  Optional<UpdateRequest> of(CustomerId survivor, UUID id) {
    return of(survivor, id, null, 1).stream().findFirst();
  }

  private List<UpdateRequest> of(
      CustomerId survivor, @Nullable UUID id, @Nullable UUID before, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF)
                .bind("customer", survivor.value())
                .bindByType("id", id, UUID.class)
                .bindByType("before", before, UUID.class)
                .bind("limit", limit)
                .mapTo(UpdateRequest.class)
                .list());
  }

  @Transactional(TxType.MANDATORY)
  void revoke(UUID id, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE update_request SET revoked_at = :at WHERE id = :id")
                .bind("id", id)
                .bind("at", utc(at))
                .execute());
  }

  @Transactional(TxType.MANDATORY)
  void answer(UUID id, UpdateRequestStatus answer, int customerVersion, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE update_request
                       SET answer = :answer, answered_at = :at, customer_version = :version
                     WHERE id = :id
                    """)
                .bind("id", id)
                .bind("answer", answer)
                .bind("at", utc(at))
                .bind("version", customerVersion)
                .execute());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
