package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tiers members have: a handful of statements for any number of them. */
@Singleton
public class Tiers {

  private final Programs programs;
  private final Memberships memberships;
  private final WhatCounts whatCounts;
  private final TierRows rows;
  private final Clock clock;

  Tiers(
      Programs programs,
      Memberships memberships,
      WhatCounts whatCounts,
      TierRows rows,
      Clock clock) {
    this.clock = clock;
    this.programs = programs;
    this.memberships = memberships;
    this.whatCounts = whatCounts;
    this.rows = rows;
  }

  public Optional<MemberTier> of(Membership holder) {
    return Optional.ofNullable(of(List.of(holder)).get(holder.id()));
  }

  /** The tier at this moment; those without any are not in it. */
  public Map<MembershipId, Held> now(Collection<Membership> holders) {
    Instant now = clock.instant();
    Map<MembershipId, Held> held = new HashMap<>();
    of(holders).forEach((id, tier) -> tier.at(now).ifPresent(one -> held.put(id, one)));
    return held;
  }

  public @Nullable Held now(Membership holder) {
    return now(List.of(holder)).get(holder.id());
  }

  /** Of members that are not united into others; without those of programs that have no tiers. */
  public Map<MembershipId, MemberTier> of(Collection<Membership> holders) {
    if (holders.isEmpty()) {
      return Map.of();
    }
    return of(
        holders, programs.withIds(holders.stream().map(Membership::program).distinct().toList()));
  }

  public Map<MembershipId, MemberTier> of(
      Collection<Membership> holders, Map<ProgramId, Program> known) {
    List<Membership> tiered =
        holders.stream().filter(one -> !known.get(one.program()).tierSchemes().isEmpty()).toList();
    if (tiered.isEmpty()) {
      return Map.of();
    }
    Map<MembershipId, List<Membership>> groups = groups(tiered);
    List<MembershipId> all =
        groups.values().stream().flatMap(List::stream).map(Membership::id).toList();
    Set<Basis> asked =
        tiered.stream()
            .flatMap(one -> known.get(one.program()).tierSchemes().stream())
            .map(TierScheme::basis)
            .collect(Collectors.toSet());
    Map<MembershipId, Map<UUID, Counted>> counted = whatCounts.of(all, asked);
    Map<MembershipId, List<Floor>> floors = rows.floors(all);
    Map<MembershipId, List<Freeze>> freezes = rows.freezes(all);
    Map<MembershipId, Kept> kept = rows.kept(tiered.stream().map(Membership::id).toList());
    Map<MembershipId, MemberTier> tiers = new LinkedHashMap<>();
    for (Membership holder : tiered) {
      List<Membership> group = groups.get(holder.id());
      Map<Membership, Map<UUID, Counted>> own = new LinkedHashMap<>();
      group.forEach(one -> own.put(one, new HashMap<>(counted.getOrDefault(one.id(), Map.of()))));
      Program program = known.get(holder.program());
      tiers.put(
          holder.id(),
          new MemberTier(
              holder,
              program.tierSchemes(),
              program.zone(),
              own,
              gathered(group, floors),
              gathered(group, freezes),
              kept.get(holder.id())));
    }
    return tiers;
  }

  /** Each with those that are united into it. */
  private Map<MembershipId, List<Membership>> groups(List<Membership> holders) {
    Map<MembershipId, List<Membership>> groups = new LinkedHashMap<>();
    List<Membership> found =
        memberships.of(List.of(), holders.stream().map(Membership::id).toList());
    for (Membership holder : holders) {
      List<Membership> group = new ArrayList<>(List.of(holder));
      found.stream()
          .filter(one -> !one.id().equals(holder.id()))
          .filter(one -> one.customer().equals(holder.customer()))
          .filter(one -> one.program().equals(holder.program()))
          .forEach(group::add);
      groups.put(holder.id(), group);
    }
    return groups;
  }

  private static <T> List<T> gathered(
      List<Membership> group, Map<MembershipId, List<T>> byMembership) {
    return group.stream()
        .flatMap(one -> byMembership.getOrDefault(one.id(), List.of()).stream())
        .distinct()
        .toList();
  }
}
