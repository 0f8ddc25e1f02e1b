package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.tier.MemberTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets some members rise or fall whose time has come. */
@Singleton
class SettleDueTiers {

  private static final int MEMBERS = 500;

  private final Aliases aliases;
  private final MemberTiers memberTiers;
  private final Memberships memberships;
  private final SettleTiers settleTiers;
  private final Outbox outbox;
  private final Clock clock;

  SettleDueTiers(
      Aliases aliases,
      MemberTiers memberTiers,
      Memberships memberships,
      SettleTiers settleTiers,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.memberTiers = memberTiers;
    this.memberships = memberships;
    this.settleTiers = settleTiers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** False when nobody was found; members in use are left to the next look. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean settleSome() {
    aliases.hold();
    Instant now = clock.instant();
    List<UUID> accounts = memberTiers.lockSomeDue(now, MEMBERS);
    if (accounts.isEmpty()) {
      return false;
    }
    List<Membership> found = memberships.withAccounts(accounts);
    memberTiers.rest(found.stream().filter(Membership::isUnited).toList());
    outbox.append(
        settleTiers
            .settle(
                found.stream().filter(one -> !one.isUnited()).toList(),
                new Cause(Reason.CLOCK, null),
                now)
            .stream()
            .map(TierChangedV1::of)
            .toList());
    return true;
  }
}
