package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.model.MergedRecords;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** It is certain now who asks: what is asked for is done. */
@Singleton
class VerifyRequest {

  private final MergedRecords mergedRecords;
  private final Requests requests;
  private final EraseCustomer eraseCustomer;
  private final Audit audit;
  private final Clock clock;

  VerifyRequest(
      MergedRecords mergedRecords,
      Requests requests,
      EraseCustomer eraseCustomer,
      Audit audit,
      Clock clock) {
    this.mergedRecords = mergedRecords;
    this.requests = requests;
    this.eraseCustomer = eraseCustomer;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  RequestResult verify(UUID id, Verification verification) {
    mergedRecords.waitForMerges();
    Optional<StoredRequest> found = requests.lock(id);
    if (found.isEmpty()) {
      return new RequestResult.UnknownRequest();
    }
    StoredRequest request = found.get();
    if (request.status() != RequestStatus.AWAITING_VERIFICATION) {
      return new RequestResult.WrongStatus(request.status());
    }
    Instant now = clock.instant();
    Optional<List<UUID>> subjects = eraseCustomer.erase(request, now);
    if (subjects.isEmpty()) {
      return new RequestResult.CustomerErased();
    }
    requests.verify(id, verification, subjects.get(), now);
    requests.blank(subjects.get());
    audit.record(
        "privacy-request.verified",
        "privacy-request",
        id,
        "",
        Map.of("method", verification.method()));
    return new RequestResult.Done(id);
  }
}
