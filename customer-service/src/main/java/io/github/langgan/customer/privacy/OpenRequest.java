package io.github.langgan.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.consent.Purposes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records a request, and sees that nobody forgets it. */
@Singleton
class OpenRequest {

  private final Customers customers;
  private final ErasedSubjects erased;
  private final Purposes purposes;
  private final Requests requests;
  private final RequestClock requestClock;
  private final VerifyRequest verifyRequest;
  private final Audit audit;
  private final Clock clock;

  OpenRequest(
      Customers customers,
      ErasedSubjects erased,
      Purposes purposes,
      Requests requests,
      RequestClock requestClock,
      VerifyRequest verifyRequest,
      Audit audit,
      Clock clock) {
    this.customers = customers;
    this.erased = erased;
    this.purposes = purposes;
    this.requests = requests;
    this.requestClock = requestClock;
    this.verifyRequest = verifyRequest;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  RequestResult open(RequestBody body, String by) {
    UUID named = requireNonNull(body.customerId());
    String purpose = body.purpose();
    if (body.kind() != RequestKind.OBJECTION && purpose != null) {
      return new RequestResult.OnlyForObjections("purpose");
    }
    if (body.kind() != RequestKind.OBJECTION && body.channels() != null) {
      return new RequestResult.OnlyForObjections("channels");
    }
    if (purpose != null && purposes.find(purpose).isEmpty()) {
      return new RequestResult.UnknownPurpose();
    }
    Optional<Customer> customer = customers.find(new CustomerId(named), new Visibility.Everyone());
    if (customer.isEmpty()) {
      return erased.contains(named)
          ? new RequestResult.CustomerErased()
          : new RequestResult.UnknownCustomer();
    }
    return open(body, customer.get().id().value(), by);
  }

  private RequestResult open(RequestBody body, UUID customer, String by) {
    Instant now = clock.instant();
    Instant receivedAt = body.receivedAt() == null ? now : body.receivedAt();
    RequestKind kind = requireNonNull(body.kind());
    var request =
        new Requests.New(
            UuidV7.next(),
            kind,
            customer,
            body.channel(),
            body.reason(),
            receivedAt,
            RequestClock.dueAt(receivedAt),
            by,
            body.purpose(),
            body.channels());
    if (!requests.add(request, now)) {
      return requests
          .open(customer, kind)
          .<RequestResult>map(RequestResult.AlreadyOpen::new)
          .orElseGet(() -> open(body, customer, by));
    }
    requestClock.start(request.id(), request.dueAt());
    audit.record(
        "privacy-request.opened",
        "privacy-request",
        request.id(),
        "",
        Map.of("kind", kind, "customer", customer));
    VerificationBody verification = body.verification();
    return verification == null
        ? new RequestResult.Done(request.id())
        : verifyRequest.verify(request.id(), verification.by(by));
  }
}
