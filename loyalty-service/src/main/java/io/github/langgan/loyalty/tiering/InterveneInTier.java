package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.tier.Floor;
import io.github.langgan.loyalty.model.tier.Freeze;
import io.github.langgan.loyalty.model.tier.FreezeReason;
import io.github.langgan.loyalty.model.tier.Freezes;
import io.github.langgan.loyalty.model.tier.GivenFloors;
import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.model.tier.MemberTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import io.github.langgan.loyalty.model.tier.Tiers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff keep a tier from falling, or give one. */
@Singleton
class InterveneInTier {

  private final Aliases aliases;
  private final Memberships memberships;
  private final MemberTiers memberTiers;
  private final Tiers tiers;
  private final Freezes freezes;
  private final GivenFloors givenFloors;
  private final SettleTiers settleTiers;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  InterveneInTier(
      Aliases aliases,
      Memberships memberships,
      MemberTiers memberTiers,
      Tiers tiers,
      Freezes freezes,
      GivenFloors givenFloors,
      SettleTiers settleTiers,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.memberTiers = memberTiers;
    this.tiers = tiers;
    this.freezes = freezes;
    this.givenFloors = givenFloors;
    this.settleTiers = settleTiers;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Intervention<Freeze> freeze(Membership named, Instant until) {
    Membership holder = lock(named);
    Instant now = clock.instant();
    // what was due before is told as such: a freeze keeps what was true when it began
    settle(holder, Reason.CLOCK, null, now);
    if (tiers.now(holder) == null) {
      return new Intervention.NoTiers<>();
    }
    Freeze freeze = new Freeze(UuidV7.next(), FreezeReason.RETURN_PENDING, now, until);
    freezes.add(holder, freeze);
    settle(holder, Reason.FREEZE, freeze.id(), now);
    audit.record(
        "tier.frozen",
        "membership",
        holder.id(),
        freeze.reason().name(),
        Map.of("freeze", freeze.id().toString(), "until", until.toString()));
    return new Intervention.Done<>(freeze);
  }

  @Transactional
  public Intervention<UUID> thaw(Membership named, UUID freeze) {
    Membership holder = lock(named);
    Instant now = clock.instant();
    if (freezes.end(group(holder), freeze, now).isEmpty()) {
      return new Intervention.Missing<>();
    }
    settle(holder, Reason.FREEZE, freeze, now);
    audit.record("tier.thawed", "membership", holder.id(), "", Map.of("freeze", freeze.toString()));
    return new Intervention.Done<>(freeze);
  }

  @Transactional
  public Intervention<Floor> grant(Membership named, String level, String reason, Instant until) {
    Membership holder = lock(named);
    Instant now = clock.instant();
    @Nullable Held held = tiers.now(holder);
    if (held == null) {
      return new Intervention.NoTiers<>();
    }
    if (held.scheme().rankOf(level) < 0) {
      return new Intervention.UnknownLevel<>();
    }
    Floor grant =
        new Floor(UuidV7.next(), holder.id(), Floor.Kind.GRANT, level, reason, now, until);
    givenFloors.add(List.of(grant));
    settle(holder, Reason.GRANT, grant.id(), now);
    audit.record(
        "tier.granted",
        "membership",
        holder.id(),
        reason,
        Map.of("grant", grant.id().toString(), "level", level, "until", until.toString()));
    return new Intervention.Done<>(grant);
  }

  @Transactional
  public Intervention<UUID> revoke(Membership named, UUID grant) {
    Membership holder = lock(named);
    Instant now = clock.instant();
    if (!givenFloors.end(group(holder), grant, now)) {
      return new Intervention.Missing<>();
    }
    settle(holder, Reason.GRANT, grant, now);
    audit.record(
        "tier-grant.revoked", "membership", holder.id(), "", Map.of("grant", grant.toString()));
    return new Intervention.Done<>(grant);
  }

  private Membership lock(Membership named) {
    aliases.resolve(named.cameFor().value());
    Membership holder = memberships.holding(named.id());
    memberTiers.lock(List.of(holder));
    return holder;
  }

  private List<MembershipId> group(Membership holder) {
    return memberships.of(List.of(), List.of(holder.id())).stream().map(Membership::id).toList();
  }

  private void settle(Membership holder, Reason reason, @Nullable UUID cause, Instant now) {
    outbox.append(
        settleTiers.settle(List.of(holder), new Cause(reason, cause), now).stream()
            .map(TierChangedV1::of)
            .toList());
  }
}
