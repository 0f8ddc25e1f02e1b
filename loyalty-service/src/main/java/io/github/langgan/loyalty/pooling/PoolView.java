package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.loyalty.model.pool.Pool;
import io.github.langgan.loyalty.model.pool.PoolMember;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Pool",
    description = "Members who let each other spend their points.",
    examples =
        """
        {"poolId":"019b0c71-0a1b-7c2d-8e3f-4a5b6c7d8e9f",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","openedAt":"2026-01-12T03:20:00Z",\
        "members":[{"membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","state":"JOINED",\
        "invitedAt":"2026-01-12T03:20:00Z","joinedAt":"2026-01-12T03:20:00Z",\
        "limit":{"points":5000,"period":"MONTH"}},\
        {"membershipId":"019b0c2a-7d20-7b22-9c32-1d2e3f4a5b6c","state":"INVITED",\
        "invitedAt":"2026-01-12T03:21:00Z"}]}""")
record PoolView(
    @Schema(required = true) UUID poolId,
    @Schema(required = true) UUID programId,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true, description = "Who was invited first comes first")
        List<Place> members) {

  enum State {
    INVITED,
    JOINED
  }

  @Schema(name = "PoolMember")
  record Place(
      @Schema(required = true) UUID membershipId,
      @Schema(required = true) State state,
      @Schema(required = true) Instant invitedAt,
      @Nullable Instant joinedAt,
      @Schema(description = "Of its points; absent: the others may spend all")
          @Nullable PoolLimit limit) {

    static Place from(PoolMember member) {
      return new Place(
          member.membership().value(),
          member.hasJoined() ? State.JOINED : State.INVITED,
          member.invitedAt(),
          member.joinedAt(),
          PoolLimit.from(member.limit()));
    }
  }

  /**
   * @param position of the event that tells it; null: nothing has changed
   */
  static Response answer(
      Response.ResponseBuilder response,
      Pool pool,
      List<PoolMember> members,
      @Nullable Position position) {
    if (position != null) {
      response.header(ReadAfter.POSITION_HEADER, position);
    }
    return response.entity(from(pool, members)).build();
  }

  static PoolView from(Pool pool, List<PoolMember> members) {
    return new PoolView(
        pool.id().value(),
        pool.program().value(),
        pool.openedAt(),
        members.stream().map(Place::from).toList());
  }
}
