package io.github.langgan.loyalty.expiring;

import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.PointsExpiredV1;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes points whose time is over off the balances of some accounts, one entry for each. */
@Singleton
class ExpirePoints {

  private static final int LOTS = 1_000;

  private final Ledger ledger;
  private final Outbox outbox;
  private final Clock clock;

  ExpirePoints(Ledger ledger, Outbox outbox, Clock clock) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** False when nothing was found to expire; accounts in use are left to the next look. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean expireSome() {
    Instant now = clock.instant();
    List<MemberAccount> accounts = ledger.lockSomeWithDueLots(now, LOTS);
    List<PointsExpiredV1> events =
        accounts.stream()
            .map(account -> account.expire(now))
            .flatMap(Optional::stream)
            .map(PointsExpiredV1::of)
            .toList();
    ledger.write(accounts);
    outbox.append(events);
    return !events.isEmpty();
  }
}
