package io.github.langgan.loyalty.model.pool;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A membership's place in a pool.
 *
 * @param membership as it was named: another one may hold its points
 * @param joinedAt null: it was invited only
 * @param limit the most that the others spend of its points in a period; null: all
 */
public record PoolMember(
    UUID id,
    PoolId pool,
    MembershipId membership,
    Instant invitedAt,
    @Nullable Instant joinedAt,
    @Nullable PointsLimit limit) {

  public static PoolMember invited(PoolId pool, MembershipId membership, Instant at) {
    return new PoolMember(UuidV7.next(), pool, membership, at, null, null);
  }

  public boolean hasJoined() {
    return joinedAt != null;
  }

  public PoolMember joined(Instant at) {
    return new PoolMember(id, pool, membership, invitedAt, at, limit);
  }

  public PoolMember limitedTo(@Nullable PointsLimit stated) {
    return new PoolMember(id, pool, membership, invitedAt, joinedAt, stated);
  }
}
