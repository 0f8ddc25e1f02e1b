package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes a request back: its token lets nobody in any more. */
@Singleton
class RevokeUpdateRequest {

  private final Customers customers;
  private final UpdateRequests requests;
  private final Audit audit;
  private final Clock clock;

  RevokeUpdateRequest(Customers customers, UpdateRequests requests, Audit audit, Clock clock) {
    this.customers = customers;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  RevocationResult revoke(UUID customerId, UUID id) {
    Optional<UpdateRequest> found =
        customers
            .find(new CustomerId(customerId), new Visibility.Everyone())
            .map(Customer::id)
            .flatMap(survivor -> requests.of(survivor, id))
            .flatMap(known -> requests.lock(known.id()));
    if (found.isEmpty()) {
      return new RevocationResult.UnknownRequest();
    }
    UpdateRequest request = found.get();
    if (request.answer() != null) {
      return new RevocationResult.AlreadyAnswered(request);
    }
    if (request.revokedAt() == null) {
      requests.revoke(id, clock.instant());
      audit.record(
          "update-request.revoked",
          "update-request",
          id,
          "",
          Map.of("customer", request.customerId()));
    }
    return new RevocationResult.Revoked();
  }
}
