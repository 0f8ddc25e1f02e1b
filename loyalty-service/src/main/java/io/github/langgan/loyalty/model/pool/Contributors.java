package io.github.langgan.loyalty.model.pool;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whose points a member may spend beside its own. */
@Singleton
public class Contributors {

  private final Pools pools;
  private final Draws draws;
  private final Memberships memberships;
  private final Programs programs;

  Contributors(Pools pools, Draws draws, Memberships memberships, Programs programs) {
    this.pools = pools;
    this.draws = draws;
    this.memberships = memberships;
    this.programs = programs;
  }

  /** From now until the commit nobody leaves: what they let others spend may be spent. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<PoolMate> hold(Membership member) {
    pools.holdOf(member);
    return matesOf(member);
  }

  /**
   * Others in the pools of any of the member's records.
   *
   * @param member one that isn't united into another
   */
  public List<PoolMate> matesOf(Membership member) {
    List<PoolId> joined =
        pools.of(member).stream().filter(PoolMember::hasJoined).map(PoolMember::pool).toList();
    List<PoolMember> places = pools.members(joined).stream().filter(PoolMember::hasJoined).toList();
    Collection<Membership> theirs =
        memberships.of(List.of(), places.stream().map(PoolMember::membership).toList());
    Map<MembershipId, Membership> byId =
        theirs.stream().collect(toMap(Membership::id, Function.identity()));
    Map<Owner, Membership> holders =
        theirs.stream()
            .filter(one -> !one.isUnited())
            .collect(toMap(Owner::of, Function.identity()));
    return places.stream()
        .map(
            place -> {
              Membership named = byId.get(place.membership());
              return new PoolMate(place, named, holders.get(Owner.of(named)));
            })
        .filter(mate -> !mate.holder().id().equals(member.id()))
        .toList();
  }

  private record Owner(UUID customer, ProgramId program) {

    static Owner of(Membership membership) {
      return new Owner(membership.customer().value(), membership.program());
    }
  }

  /**
   * How much of their points may be spent: under the locks of their accounts, until the commit.
   * Each holder once, also one that is in a pool for several records: then what it lets others
   * spend least of counts.
   */
  public List<Contributor> allowing(List<PoolMate> mates, Instant now) {
    if (mates.isEmpty()) {
      return List.of();
    }
    ProgramId program = mates.getFirst().holder().program();
    ZoneId zone = programs.withIds(List.of(program)).get(program).zone();
    Map<UUID, Long> drawn =
        draws.drawnSince(
            mates.stream()
                .filter(mate -> mate.place().limit() != null)
                .collect(
                    toMap(
                        mate -> mate.place().id(),
                        mate -> new Draws.Since(mate.holder(), beginning(mate, zone, now)))),
            now);
    Map<MembershipId, Contributor> byHolder = new LinkedHashMap<>();
    for (PoolMate mate : mates) {
      @Nullable PointsLimit limit = mate.place().limit();
      long allowance =
          limit == null
              ? Long.MAX_VALUE
              : Math.max(0, limit.points() - drawn.getOrDefault(mate.place().id(), 0L));
      byHolder.merge(
          mate.holder().id(),
          new Contributor(mate, allowance),
          (one, other) -> one.allowance() <= other.allowance() ? one : other);
    }
    return List.copyOf(byHolder.values());
  }

  private static Instant beginning(PoolMate mate, ZoneId zone, Instant now) {
    PointsLimit limit = requireNonNull(mate.place().limit());
    return limit.period().beginningFor(now, zone);
  }
}
