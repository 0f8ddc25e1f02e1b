package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;

/** Tells of tokens whether their requests can still be answered. */
@Singleton
class TokenStandings {

  private final UpdateRequests requests;
  private final ErasedSubjects erased;
  private final Clock clock;

  TokenStandings(UpdateRequests requests, ErasedSubjects erased, Clock clock) {
    this.requests = requests;
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
    return switch (request.get().status(clock.instant())) {
      case OPEN -> new TokenStanding.Open(request.get());
      case CONFIRMED, CORRECTED -> new TokenStanding.Answered(request.get());
      case EXPIRED, REVOKED -> new TokenStanding.NoneThatStands();
    };
  }
}
