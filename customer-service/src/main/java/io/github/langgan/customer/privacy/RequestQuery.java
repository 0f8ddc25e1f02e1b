package io.github.langgan.customer.privacy;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Requests as they are shown. */
@Singleton
class RequestQuery {

  private static final String LIST =
      """
      SELECT * FROM privacy_request
       WHERE (:before::uuid IS NULL OR id < :before)
         AND (:status::text IS NULL OR status = :status)
         AND (:kind::text IS NULL OR kind = :kind)
         AND (:customer::uuid IS NULL OR customer_id = ANY(ARRAY(
               SELECT :customer
               UNION SELECT merged_into FROM customer WHERE id = :customer
               UNION SELECT id FROM customer
                      WHERE merged_into = (SELECT coalesce(merged_into, id) FROM customer
                                            WHERE id = :customer))))
         AND (NOT :overdue OR ended_at IS NULL AND due_at < :now)
       ORDER BY id DESC LIMIT :limit
      """;

  private final Jdbi jdbi;
  private final Requests requests;
  private final Receipts receipts;
  private final Clock clock;

  RequestQuery(Jdbi jdbi, Requests requests, Receipts receipts, Clock clock) {
    this.jdbi = jdbi;
    this.requests = requests;
    this.receipts = receipts;
    this.clock = clock;
  }

  /**
   * Which ones; null for any.
   *
   * @param overdue those that are too late, only
   */
  record Filter(
      @Nullable RequestStatus status,
      @Nullable RequestKind kind,
      @Nullable UUID customerId,
      boolean overdue) {}

  Optional<RequestView> find(UUID id) {
    return requests
        .find(id)
        .map(request -> RequestView.of(request, receipts.of(List.of(id)), clock.instant()));
  }

  /** Of an erasure that is complete. */
  Optional<CertificateView> certificate(StoredRequest request) {
    return request.kind() == RequestKind.ERASURE && request.status() == RequestStatus.COMPLETED
        ? Optional.of(CertificateView.of(request, receipts.of(List.of(request.id()))))
        : Optional.empty();
  }

  /** The newest first. */
  List<RequestView> list(Filter filter, @Nullable UUID before, int limit) {
    Instant now = clock.instant();
    List<StoredRequest> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(LIST)
                    .bindByType("before", before, UUID.class)
                    .bindByType("status", name(filter.status()), String.class)
                    .bindByType("kind", name(filter.kind()), String.class)
                    .bindByType("customer", filter.customerId(), UUID.class)
                    .bind("overdue", filter.overdue())
                    .bind("now", Requests.utc(now))
                    .bind("limit", limit)
                    .mapTo(StoredRequest.class)
                    .list());
    Map<UUID, List<StoredReceipt>> of =
        receipts.of(found.stream().map(StoredRequest::id).toList()).stream()
            .collect(groupingBy(StoredReceipt::requestId));
    return found.stream()
        .map(one -> RequestView.of(one, of.getOrDefault(one.id(), List.of()), now))
        .toList();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
