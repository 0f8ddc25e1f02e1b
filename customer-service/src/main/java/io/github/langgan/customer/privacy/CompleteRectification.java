package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Ends a rectification with the correction that put the record right. */
@Singleton
class CompleteRectification {

  private static final String CORRECTED =
      """
      SELECT EXISTS (
        SELECT FROM customer_correction c
          JOIN customer r ON r.id = :customer AND c.customer_id = coalesce(r.merged_into, r.id)
         WHERE c.version = :version AND c.corrected_at >= :receivedAt AND c.merge_id IS NULL)
      """;

  private final Requests requests;
  private final RequestClock requestClock;
  private final Jdbi jdbi;
  private final Audit audit;
  private final Clock clock;

  CompleteRectification(
      Requests requests, RequestClock requestClock, Jdbi jdbi, Audit audit, Clock clock) {
    this.requests = requests;
    this.requestClock = requestClock;
    this.jdbi = jdbi;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  RequestResult complete(UUID id, int customerVersion) {
    Optional<StoredRequest> found = requests.lock(id);
    if (found.isEmpty()) {
      return new RequestResult.UnknownRequest();
    }
    StoredRequest request = found.get();
    if (request.kind() != RequestKind.RECTIFICATION
        || request.status() != RequestStatus.IN_PROGRESS) {
      return new RequestResult.WrongStatus(request.status());
    }
    if (!isCorrected(request, customerVersion)) {
      return new RequestResult.UnknownVersion();
    }
    requests.rectified(id, customerVersion);
    requests.complete(id, clock.instant());
    requestClock.stop(List.of(id));
    audit.record(
        "privacy-request.completed",
        "privacy-request",
        id,
        "",
        Map.of("customerVersion", customerVersion));
    return new RequestResult.Done(id);
  }

  private boolean isCorrected(StoredRequest request, int version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CORRECTED)
                .bind("customer", request.customerId())
                .bind("version", version)
                .bind("receivedAt", Requests.utc(request.receivedAt()))
                .mapTo(Boolean.class)
                .one());
  }
}
