package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.pool.PoolMember;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What became of a member's place in a pool; its state names the type. */
public record PoolChangedV1(
    UUID poolId, UUID membershipId, UUID customerId, UUID programId, State state, Instant at)
    implements MembershipEvent {

  public enum State {
    INVITED,
    JOINED,
    LEFT
  }

  public static PoolChangedV1 of(PoolMember place, Membership member, State state, Instant at) {
    return new PoolChangedV1(
        place.pool().value(),
        member.id().value(),
        member.cameFor().value(),
        member.program().value(),
        state,
        at);
  }

  @Override
  public String type() {
    return "pool." + state.name().toLowerCase(Locale.ROOT);
  }
}
