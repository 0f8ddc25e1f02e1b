package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ends a request that is not followed: nobody showed who asks, or nothing has to be put right. */
@Singleton
class RefuseRequest {

  private final Requests requests;
  private final RequestClock requestClock;
  private final Audit audit;
  private final Clock clock;

  RefuseRequest(Requests requests, RequestClock requestClock, Audit audit, Clock clock) {
    this.requests = requests;
    this.requestClock = requestClock;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  RequestResult refuse(UUID id, String reason) {
    Optional<StoredRequest> found = requests.lock(id);
    if (found.isEmpty()) {
      return new RequestResult.UnknownRequest();
    }
    if (!found.get().canBeRefused()) {
      return new RequestResult.WrongStatus(found.get().status());
    }
    requests.refuse(List.of(id), reason, clock.instant());
    requestClock.stop(List.of(id));
    audit.record("privacy-request.refused", "privacy-request", id, "", Map.of());
    return new RequestResult.Done(id);
  }
}
