package io.github.langgan.loyalty.model.tier;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.tier.MemberTiers.Keeping;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes members' tiers anew and notes what is another one than was told of last: a handful of
 * statements for any number of members, none where no program has tiers.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class SettleTiers {

  private static final Cause BY_THE_CLOCK = new Cause(Reason.CLOCK, null);

  private final Tiers tiers;
  private final MemberTiers memberTiers;
  private final GivenFloors givenFloors;

  SettleTiers(Tiers tiers, MemberTiers memberTiers, GivenFloors givenFloors) {
    this.tiers = tiers;
    this.memberTiers = memberTiers;
    this.givenFloors = givenFloors;
  }

  /**
   * Why members are looked at. What the clock did before is told of as the clock's.
   *
   * @param id of a transaction, grant, freeze or merge; null: nobody's act
   */
  public record Cause(Reason reason, @Nullable UUID id) {}

  /** Whose accounts are locked, and who are not united into others. */
  public List<TierChange> settle(Collection<Membership> holders, Cause cause, Instant now) {
    return settle(holders, id -> cause, now);
  }

  public List<TierChange> settle(
      Collection<Membership> holders, Function<MembershipId, Cause> causes, Instant now) {
    List<TierChange> changes = new ArrayList<>();
    List<Keeping> keeping = new ArrayList<>();
    List<Floor> graces = new ArrayList<>();
    for (MemberTier found : tiers.of(holders).values()) {
      Cause cause = causes.apply(found.holder().id());
      MemberTier tier = withGrace(found, cause, now, graces);
      tier.at(now)
          .ifPresent(
              held -> {
                @Nullable String told = tier.kept() == null ? null : tier.kept().level();
                for (Held fallen : tier.untold(now)) {
                  changes.add(change(tier, told, fallen, BY_THE_CLOCK, now));
                  told = fallen.level().code();
                }
                if (!held.level().code().equals(told)) {
                  changes.add(change(tier, told, held, cause, now));
                }
                keeping.add(
                    new Keeping(
                        tier.holder(),
                        new Kept(held.level().code(), held.since(), held.until()),
                        tier.nextLook(now)));
              });
    }
    givenFloors.add(graces);
    memberTiers.keep(keeping);
    memberTiers.add(changes);
    return changes;
  }

  /** What a return takes is kept for the days of grace, where the scheme says so. */
  private static MemberTier withGrace(
      MemberTier tier, Cause cause, Instant now, List<Floor> graces) {
    @Nullable Kept kept = tier.kept();
    @Nullable Held held = tier.at(now).orElse(null);
    if (cause.reason() != Reason.RETURN || kept == null || held == null) {
      return tier;
    }
    Downgrade downgrade = held.scheme().downgrade();
    boolean wasDue = kept.until() != null && !kept.until().isAfter(now);
    if (downgrade.returns() != Downgrade.Returns.WITH_GRACE
        || downgrade.graceDays() == 0
        || wasDue
        || held.scheme().rankOf(kept.level()) <= held.rank()) {
      return tier;
    }
    Instant end = held.scheme().fallsAt(now, tier.zone());
    Floor grace =
        new Floor(
            UuidV7.next(),
            tier.holder().id(),
            Floor.Kind.RETURNED,
            kept.level(),
            Floor.Kind.RETURNED.name(),
            now,
            kept.until() != null && kept.until().isBefore(end) ? kept.until() : end);
    graces.add(grace);
    return tier.with(grace);
  }

  private static TierChange change(
      MemberTier tier, @Nullable String from, Held held, Cause cause, Instant now) {
    return new TierChange(
        UuidV7.next(),
        tier.holder(),
        from,
        held.level().code(),
        cause.reason(),
        cause.id(),
        held.scheme().version(),
        held.until(),
        now);
  }
}
