package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.pool.Pool;
import io.github.langgan.loyalty.model.pool.PoolId;
import io.github.langgan.loyalty.model.pool.PoolMember;
import io.github.langgan.loyalty.model.pool.Pools;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The pools that the caller may see, and in which it may speak: a customer, in its own. */
@Singleton
class PoolAccess {

  private final Pools pools;
  private final Memberships memberships;
  private final OwnCustomer ownCustomer;
  private final Caller caller;

  PoolAccess(Pools pools, Memberships memberships, OwnCustomer ownCustomer, Caller caller) {
    this.pools = pools;
    this.memberships = memberships;
    this.ownCustomer = ownCustomer;
    this.caller = caller;
  }

  /** 404 for a missing one, and the same for one that the customer is neither in nor invited to. */
  Pool visible(UUID id) {
    return visible(id, member -> true);
  }

  /** The same, and 404 for one that the customer is only invited to. */
  Pool joined(UUID id) {
    return visible(id, PoolMember::hasJoined);
  }

  private Pool visible(UUID id, Predicate<PoolMember> place) {
    PoolId pool = new PoolId(id);
    return pools
        .find(pool)
        .filter(one -> !caller.isCustomer() || hasOwn(pool, place))
        .orElseThrow(Problem::notFound);
  }

  boolean isOwn(PoolMember member) {
    return memberships
        .find(member.membership())
        .filter(one -> ownCustomer.maySee(one.customer()))
        .isPresent();
  }

  private boolean hasOwn(PoolId pool, Predicate<PoolMember> place) {
    return pools.members(List.of(pool)).stream().filter(place).anyMatch(this::isOwn);
  }
}
