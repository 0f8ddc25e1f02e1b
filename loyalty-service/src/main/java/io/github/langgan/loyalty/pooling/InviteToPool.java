package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.contract.PoolChangedV1.State;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.pool.Pool;
import io.github.langgan.loyalty.model.pool.PoolMember;
import io.github.langgan.loyalty.model.pool.PoolPolicies;
import io.github.langgan.loyalty.model.pool.PoolPolicy;
import io.github.langgan.loyalty.model.pool.Pools;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a member into a pool. Nobody spends anything of it before it joins. */
@Singleton
class InviteToPool {

  private final Aliases aliases;
  private final Memberships memberships;
  private final ErasedSubjects erased;
  private final Pools pools;
  private final PoolPolicies policies;
  private final Places places;
  private final Clock clock;

  InviteToPool(
      Aliases aliases,
      Memberships memberships,
      ErasedSubjects erased,
      Pools pools,
      PoolPolicies policies,
      Places places,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.erased = erased;
    this.pools = pools;
    this.policies = policies;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Throws a {@link Problem} when it can't be invited.
   *
   * @return the position of the event that tells it; empty: it was invited before, or has joined
   */
  @Transactional
  Optional<Position> invite(Pool pool, MembershipId invitee) {
    Optional<Membership> found = memberships.find(invitee);
    aliases.resolve(found.map(one -> List.of(one.cameFor().value())).orElse(List.of()));
    pools.lock(pool.id());
    PoolPolicy policy = policies.of(pool.program());
    if (!policy.allowed()) {
      throw PoolProblems.notAllowed();
    }
    Membership member =
        found
            .filter(one -> one.program().equals(pool.program()))
            .filter(one -> !erased.contains(one.cameFor().value()))
            .orElseThrow(PoolProblems::unknownInvitee);
    List<PoolMember> members = pools.members(List.of(pool.id()));
    if (members.stream().anyMatch(one -> one.membership().equals(invitee))) {
      return Optional.empty();
    }
    if (members.size() >= policy.membersAtMost()) {
      throw PoolProblems.full(policy.membersAtMost());
    }
    Instant now = clock.instant();
    PoolMember place = PoolMember.invited(pool.id(), invitee, now);
    pools.put(place);
    return Optional.of(places.tell(place, member, State.INVITED, now));
  }
}
