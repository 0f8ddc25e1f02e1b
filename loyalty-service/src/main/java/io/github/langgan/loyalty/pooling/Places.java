package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.PoolChangedV1;
import io.github.langgan.loyalty.contract.PoolChangedV1.State;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.pool.PoolMember;
import io.github.langgan.loyalty.model.pool.PoolPolicy;
import io.github.langgan.loyalty.model.pool.Pools;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may join, and telling of it. */
@Singleton
class Places {

  private final Pools pools;
  private final Outbox outbox;
  private final Audit audit;

  Places(Pools pools, Outbox outbox, Audit audit) {
    this.pools = pools;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** A member is in one pool at a time, whichever of its memberships is. */
  void checkMayJoin(Membership member, PoolPolicy policy, Instant now) {
    if (!pools.lockJoinedOf(member).isEmpty()) {
      throw PoolProblems.inAnother();
    }
    @Nullable Integer wait = policy.waitDays();
    if (wait != null) {
      pools
          .lastLeftBy(member)
          .map(left -> left.plus(Duration.ofDays(wait)))
          .filter(now::isBefore)
          .ifPresent(
              from -> {
                throw PoolProblems.tooSoon(from);
              });
    }
  }

  Position tell(PoolMember place, Membership member, State state, Instant at) {
    PoolChangedV1 event = PoolChangedV1.of(place, member, state, at);
    audit.record(
        event.type(), "pool", place.pool(), "", Map.of("membership", member.id().toString()));
    return outbox.append(event);
  }
}
