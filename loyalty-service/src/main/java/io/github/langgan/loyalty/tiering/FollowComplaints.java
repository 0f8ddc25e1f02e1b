package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.tier.Complaint;
import io.github.langgan.loyalty.model.tier.Freezes;
import io.github.langgan.loyalty.model.tier.MemberTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** No tier falls while a complaint is open; what was due then falls when it is answered. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class FollowComplaints {

  private final Aliases aliases;
  private final Memberships memberships;
  private final MemberTiers memberTiers;
  private final Freezes freezes;
  private final SettleTiers settleTiers;
  private final Clock clock;

  FollowComplaints(
      Aliases aliases,
      Memberships memberships,
      MemberTiers memberTiers,
      Freezes freezes,
      SettleTiers settleTiers,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.memberTiers = memberTiers;
    this.freezes = freezes;
    this.settleTiers = settleTiers;
    this.clock = clock;
  }

  public List<TierChange> follow(List<Complaint> complaints) {
    Instant now = clock.instant();
    Meanings meanings =
        new Meanings(
            aliases.resolve(
                complaints.stream()
                    .map(Complaint::customer)
                    .map(CustomerId::value)
                    .collect(Collectors.toSet())));
    List<Membership> holders =
        memberships.of(meanings.all(), List.of()).stream().filter(one -> !one.isUnited()).toList();
    memberTiers.lock(holders);
    // what was due before is told as such: a freeze keeps what was true when it began
    List<TierChange> changes =
        new ArrayList<>(settleTiers.settle(holders, new Cause(Reason.CLOCK, null), now));
    freezes.know(complaints);
    changes.addAll(
        settleTiers.settle(holders, new Cause(Reason.FREEZE, complaints.getLast().id()), now));
    return changes;
  }
}
