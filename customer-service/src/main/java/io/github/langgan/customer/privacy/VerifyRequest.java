package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
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
  private final GatherData gatherData;
  private final FollowWish followWish;
  private final Customers customers;
  private final RequestClock requestClock;
  private final TransactionSynchronizationRegistry transaction;
  private final Audit audit;
  private final Clock clock;

  VerifyRequest(
      MergedRecords mergedRecords,
      Requests requests,
      EraseCustomer eraseCustomer,
      GatherData gatherData,
      FollowWish followWish,
      Customers customers,
      RequestClock requestClock,
      TransactionSynchronizationRegistry transaction,
      Audit audit,
      Clock clock) {
    this.mergedRecords = mergedRecords;
    this.requests = requests;
    this.eraseCustomer = eraseCustomer;
    this.gatherData = gatherData;
    this.followWish = followWish;
    this.customers = customers;
    this.requestClock = requestClock;
    this.transaction = transaction;
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
    RequestResult result =
        switch (request.kind()) {
          case ERASURE -> erase(request, verification, now);
          case ACCESS, PORTABILITY, OBJECTION, RESTRICTION, RESTRICTION_LIFTED, RECTIFICATION ->
              follow(request, verification, now);
        };
    if (!(result instanceof RequestResult.Done)) {
      return result;
    }
    audit.record(
        "privacy-request.verified",
        "privacy-request",
        id,
        "",
        Map.of("method", verification.method()));
    return new RequestResult.Done(id);
  }

  private RequestResult erase(StoredRequest request, Verification verification, Instant now) {
    Optional<List<UUID>> subjects = eraseCustomer.erase(request, now);
    if (subjects.isEmpty()) {
      return new RequestResult.CustomerErased();
    }
    requests.verify(request.id(), verification, subjects.get(), now);
    requests.blank(subjects.get());
    return new RequestResult.Done(request.id());
  }

  private RequestResult follow(StoredRequest request, Verification verification, Instant now) {
    Optional<Customer> customer =
        customers.lock(new CustomerId(request.customerId()), new Visibility.Everyone());
    if (customer.isEmpty()) {
      return new RequestResult.CustomerErased();
    }
    UUID id = customer.get().id().value();
    List<UUID> subjects = gatherData.subjects(id);
    requests.verify(request.id(), verification, subjects, now);
    switch (request.kind()) {
      case ACCESS, PORTABILITY -> gatherData.gather(request, subjects, now);
      case OBJECTION -> followWish.object(request, verification, now);
      case RESTRICTION -> followWish.restrict(request, id, now);
      case RESTRICTION_LIFTED -> {
        if (!followWish.lift(request, id, now)) {
          transaction.setRollbackOnly();
          return new RequestResult.NotRestricted();
        }
      }
      // an officer corrects the record, and says so
      case RECTIFICATION -> {}
      case ERASURE -> throw new IllegalArgumentException(request.kind().name());
    }
    if (request.kind().isDoneAtOnce()) {
      requests.complete(request.id(), now);
      requestClock.stop(List.of(request.id()));
    }
    return new RequestResult.Done(request.id());
  }
}
