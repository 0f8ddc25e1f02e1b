package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.contract.PoolChangedV1.State;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.pool.Pool;
import io.github.langgan.loyalty.model.pool.PoolId;
import io.github.langgan.loyalty.model.pool.PoolMember;
import io.github.langgan.loyalty.model.pool.PoolPolicies;
import io.github.langgan.loyalty.model.pool.PoolPolicy;
import io.github.langgan.loyalty.model.pool.Pools;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member lets others spend its points, and may spend theirs. */
@Singleton
class JoinPool {

  private final Aliases aliases;
  private final Memberships memberships;
  private final Pools pools;
  private final PoolPolicies policies;
  private final Places places;
  private final Clock clock;

  JoinPool(
      Aliases aliases,
      Memberships memberships,
      Pools pools,
      PoolPolicies policies,
      Places places,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.pools = pools;
    this.policies = policies;
    this.places = places;
    this.clock = clock;
  }

  /**
   * @param position of the event that tells it; null: it had joined before
   */
  record Joined(Pool pool, @Nullable Position position) {}

  /**
   * Opens a pool with its first member. Throws a {@link Problem} when it may not.
   *
   * @param limit the most that the others will spend of its points; null: all
   */
  @Transactional
  Joined open(Membership named, @Nullable PointsLimit limit) {
    aliases.resolve(named.cameFor().value());
    Instant now = clock.instant();
    Membership holder = memberships.holding(named.id());
    PoolPolicy policy = allowing(holder);
    places.checkMayJoin(holder, policy, now);
    Pool pool = new Pool(PoolId.next(), holder.program(), now);
    pools.open(pool);
    PoolMember place = PoolMember.invited(pool.id(), named.id(), now).joined(now).limitedTo(limit);
    pools.put(place);
    return new Joined(pool, places.tell(place, named, State.JOINED, now));
  }

  /**
   * Accepts an invitation, or changes what others may spend from now on. Throws a {@link Problem}
   * when it was not invited or may not join.
   */
  @Transactional
  Joined join(Pool pool, Membership named, @Nullable PointsLimit limit) {
    aliases.resolve(named.cameFor().value());
    pools.lock(pool.id());
    Instant now = clock.instant();
    Membership holder = memberships.holding(named.id());
    PoolMember place =
        pools.of(holder).stream()
            .filter(one -> one.pool().equals(pool.id()) && one.membership().equals(named.id()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (place.hasJoined()) {
      pools.put(place.limitedTo(limit));
      return new Joined(pool, null);
    }
    places.checkMayJoin(holder, allowing(holder), now);
    PoolMember joined = place.joined(now).limitedTo(limit);
    pools.put(joined);
    return new Joined(pool, places.tell(joined, named, State.JOINED, now));
  }

  private PoolPolicy allowing(Membership member) {
    PoolPolicy policy = policies.of(member.program());
    if (!policy.allowed()) {
      throw PoolProblems.notAllowed();
    }
    return policy;
  }
}
