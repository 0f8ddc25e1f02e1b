package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.tier.MemberTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells all members of a program of their tiers by a version that took effect, page by page. */
@Singleton
class EnactTierScheme implements DueWorkHandler {

  static final String KIND = "enact-tier-scheme";

  private static final int PAGE = 500;

  private final Aliases aliases;
  private final Memberships memberships;
  private final MemberTiers memberTiers;
  private final SettleTiers settleTiers;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Clock clock;

  EnactTierScheme(
      Aliases aliases,
      Memberships memberships,
      MemberTiers memberTiers,
      SettleTiers settleTiers,
      DueWork dueWork,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.memberTiers = memberTiers;
    this.settleTiers = settleTiers;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    // no merge happens from the look at who holds points to the commit
    aliases.hold();
    items.forEach(this::page);
  }

  /** The payload is the last member of the page before. */
  private void page(DueItem item) {
    ProgramId program =
        new ProgramId(UUID.fromString(item.subject().substring(0, item.subject().indexOf('/'))));
    @Nullable MembershipId after =
        item.payload().isEmpty() ? null : new MembershipId(UUID.fromString(item.payload()));
    List<Membership> page = memberships.holdersAfter(program, after, PAGE);
    if (page.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    memberTiers.lock(page);
    outbox.append(
        settleTiers.settle(page, new Cause(Reason.SCHEME, null), now).stream()
            .map(TierChangedV1::of)
            .toList());
    if (page.size() == PAGE) {
      dueWork.schedule(
          KIND, item.subject(), now.plus(Duration.ofMillis(1)), page.getLast().id().toString());
    }
  }
}
