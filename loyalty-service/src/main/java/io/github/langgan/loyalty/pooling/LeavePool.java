package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.contract.PoolChangedV1.State;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.pool.Pool;
import io.github.langgan.loyalty.model.pool.PoolMember;
import io.github.langgan.loyalty.model.pool.Pools;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends a place, or an invitation. What others have spent stays spent, and what they reserved
 * reserved; nothing more is.
 */
@Singleton
class LeavePool {

  private final Aliases aliases;
  private final Memberships memberships;
  private final Pools pools;
  private final Places places;
  private final PoolAccess access;
  private final Clock clock;

  LeavePool(
      Aliases aliases,
      Memberships memberships,
      Pools pools,
      Places places,
      PoolAccess access,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.pools = pools;
    this.places = places;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A customer ends its own place; who has joined, an invitation too. 404 for what the caller may
   * not end, and when there is nothing to end.
   */
  @Transactional
  Position leave(Pool pool, MembershipId membership) {
    aliases.hold();
    pools.lock(pool.id());
    Instant now = clock.instant();
    PoolMember place =
        pools.members(List.of(pool.id())).stream()
            .filter(one -> one.membership().equals(membership))
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (!access.isOwn(place)) {
      if (place.hasJoined()) {
        throw Problem.notFound();
      }
      access.joined(pool.id().value());
    }
    pools.leave(place, now);
    Membership member = memberships.find(membership).orElseThrow();
    return places.tell(place, member, State.LEFT, now);
  }
}
