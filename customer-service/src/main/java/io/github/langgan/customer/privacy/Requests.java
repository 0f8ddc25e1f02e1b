package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.consent.ContactChannel;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All privacy requests. */
@Singleton
class Requests {

  private static final String ADD =
      """
      INSERT INTO privacy_request (id, kind, customer_id, status, channel, reason, received_at,
                                   due_at, recorded_at, recorded_by, version, purpose, channels)
      VALUES (:id, :kind, :customer, 'AWAITING_VERIFICATION', :channel, :reason, :receivedAt,
              :dueAt, :now, :by, 1, :purpose, :channels)
      ON CONFLICT (customer_id, kind) WHERE ended_at IS NULL DO NOTHING
      """;

  private static final String VERIFY =
      """
      UPDATE privacy_request
         SET status = 'IN_PROGRESS', verified_at = :at, verification_method = :method,
             verification_reference = :reference, verified_by = :by, subjects = :subjects,
             version = version + 1
       WHERE id = :id
      """;

  private static final String REFUSE =
      """
      UPDATE privacy_request
         SET status = 'REFUSED', refusal_reason = :reason, ended_at = :at, version = version + 1
       WHERE id = ANY(:ids) AND ended_at IS NULL
      """;

  private static final String COMPLETE =
      """
      UPDATE privacy_request SET status = 'COMPLETED', ended_at = :at, version = version + 1
       WHERE id = :id AND status = 'IN_PROGRESS'
      """;

  private static final String OTHERS_OPEN =
      """
      SELECT id FROM privacy_request
       WHERE customer_id = ANY(:customers) AND ended_at IS NULL AND id <> :id
       ORDER BY id FOR UPDATE
      """;

  private static final String BLANK =
      """
      UPDATE privacy_request
         SET reason = NULL, channel = NULL, verification_reference = NULL,
             refusal_reason = CASE WHEN refusal_reason <> :ours THEN '(erased)'
                                   ELSE refusal_reason END
       WHERE customer_id = ANY(:customers)
      """;

  private final Jdbi jdbi;

  Requests(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What is to be recorded. */
  record New(
      UUID id,
      RequestKind kind,
      UUID customerId,
      @Nullable String channel,
      @Nullable String reason,
      Instant receivedAt,
      Instant dueAt,
      String by,
      @Nullable String purpose,
      @Nullable List<ContactChannel> channels) {

    String @Nullable [] channelNames() {
      return channels == null
          ? null
          : channels.stream().map(Enum::name).distinct().sorted().toArray(String[]::new);
    }
  }

  /** False when the customer has an open one of that kind. */
  boolean add(New request, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(ADD)
                    .bind("id", request.id())
                    .bind("kind", request.kind())
                    .bind("customer", request.customerId())
                    .bind("channel", request.channel())
                    .bind("reason", request.reason())
                    .bind("receivedAt", utc(request.receivedAt()))
                    .bind("dueAt", utc(request.dueAt()))
                    .bind("now", utc(now))
                    .bind("by", request.by())
                    .bind("purpose", request.purpose())
                    .bindByType("channels", request.channelNames(), String[].class)
                    .execute())
        == 1;
  }

  Optional<UUID> open(UUID customerId, RequestKind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM privacy_request
                     WHERE customer_id = :customer AND kind = :kind AND ended_at IS NULL
                    """)
                .bind("customer", customerId)
                .bind("kind", kind)
                .mapTo(UUID.class)
                .findOne());
  }

  Optional<StoredRequest> find(UUID id) {
    return find(id, "");
  }

  /** Nobody else changes it until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<StoredRequest> lock(UUID id) {
    return find(id, " FOR UPDATE");
  }

  private Optional<StoredRequest> find(UUID id, String lock) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM privacy_request WHERE id = :id" + lock)
                .bind("id", id)
                .mapTo(StoredRequest.class)
                .findOne());
  }

  void verify(UUID id, Verification verification, Collection<UUID> subjects, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(VERIFY)
                .bind("id", id)
                .bind("at", utc(at))
                .bind("method", verification.method())
                .bind("reference", verification.reference())
                .bind("by", verification.by())
                .bind("subjects", subjects.toArray(UUID[]::new))
                .execute());
  }

  void refuse(Collection<UUID> ids, String reason, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REFUSE)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("reason", reason)
                .bind("at", utc(at))
                .execute());
  }

  /** False when it was before. */
  boolean complete(UUID id, Instant at) {
    return jdbi.withHandle(
            handle -> handle.createUpdate(COMPLETE).bind("id", id).bind("at", utc(at)).execute())
        == 1;
  }

  void rectified(UUID id, int customerVersion) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE privacy_request SET customer_version = :version WHERE id = :id")
                .bind("id", id)
                .bind("version", customerVersion)
                .execute());
  }

  /** Of the same customer; they are locked then. */
  List<UUID> othersOpen(UUID id, Collection<UUID> customers) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OTHERS_OPEN)
                .bind("id", id)
                .bind("customers", customers.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
  }

  /** What the customer said and showed, and what it was told in somebody's own words. */
  void blank(Collection<UUID> customers) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(BLANK)
                .bind("customers", Columns.of(customers).uuids(id -> id))
                .bind("ours", EraseCustomer.NOBODY_LEFT)
                .execute());
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
