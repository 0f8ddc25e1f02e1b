package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Deaths;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells of tokens whether their requests can still be answered. */
@Singleton
class TokenStandings {

  private final UpdateRequests requests;
  private final Customers customers;
  private final Deaths deaths;
  private final ErasedSubjects erased;
  private final Clock clock;

  TokenStandings(
      UpdateRequests requests,
      Customers customers,
      Deaths deaths,
      ErasedSubjects erased,
      Clock clock) {
    this.requests = requests;
    this.customers = customers;
    this.deaths = deaths;
    this.erased = erased;
    this.clock = clock;
  }

  TokenStanding of(UpdateTokens.Claims claims) {
    return of(requests.find(claims.requestId()), claims);
  }

  /** It stays so until the transaction ends. To be called when the customer is locked. */
  @Transactional(TxType.MANDATORY)
  TokenStanding lock(UpdateTokens.Claims claims) {
    return of(requests.lock(claims.requestId()), claims);
  }

  private TokenStanding of(Optional<UpdateRequest> found, UpdateTokens.Claims claims) {
    if (found.isEmpty() && erased.contains(claims.customerId())) {
      return new TokenStanding.CustomerErased();
    }
    Optional<UpdateRequest> request =
        found.filter(one -> one.customerId().equals(claims.customerId()));
    if (request.isEmpty()) {
      return new TokenStanding.NoneThatStands();
    }
    Instant now = clock.instant();
    return switch (request.get().status(now)) {
      case OPEN ->
          hasDied(claims, now)
              ? new TokenStanding.NoneThatStands()
              : new TokenStanding.Open(request.get());
      case CONFIRMED, CORRECTED -> new TokenStanding.Answered(request.get());
      case EXPIRED, REVOKED -> new TokenStanding.NoneThatStands();
    };
  }

  /** Whoever else has the link doesn't speak for the customer, until the death is taken back. */
  private boolean hasDied(UpdateTokens.Claims claims, Instant now) {
    CustomerId id = new CustomerId(claims.customerId());
    return customers
        .find(id, new Visibility.Oneself(id))
        .flatMap(customer -> deaths.of(customer.id().value(), now))
        .isPresent();
  }
}
