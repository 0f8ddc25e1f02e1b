package io.github.langgan.loyalty.pooling;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.pool.Pool;
import io.github.langgan.loyalty.model.pool.Pools;
import io.github.langgan.loyalty.pooling.JoinPool.Joined;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/pools")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Pools", description = "Members who let each other spend their points")
public class PoolResource {

  private final VisibleMemberships memberships;
  private final PoolAccess access;
  private final Pools pools;
  private final JoinPool joinPool;
  private final InviteToPool inviteToPool;
  private final LeavePool leavePool;

  PoolResource(
      VisibleMemberships memberships,
      PoolAccess access,
      Pools pools,
      JoinPool joinPool,
      InviteToPool inviteToPool,
      LeavePool leavePool) {
    this.memberships = memberships;
    this.access = access;
    this.pools = pools;
    this.joinPool = joinPool;
    this.inviteToPool = inviteToPool;
    this.leavePool = leavePool;
  }

  @GET
  @Path("{poolId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getPool",
      summary = "Read who is in a pool",
      description = "Invited members too. Without members it is over.")
  @APIResponse(
      responseCode = "200",
      description = "The pool",
      content = @Content(schema = @Schema(implementation = PoolView.class)))
  public Response get(@PathParam("poolId") UUID poolId) {
    return answer(Response.ok(), access.visible(poolId), null);
  }

  @POST
  @Path("{poolId}/invitations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("points:transfer")
  @AnswersPosition
  @Operation(
      operationId = "inviteToPool",
      summary = "Invite a member to a pool",
      description =
          "A customer, to a pool that it has joined. Inviting somebody who is in it or was invited"
              + " changes nothing.")
  @APIResponse(
      responseCode = "201",
      description = "Invited, now or before",
      content = @Content(schema = @Schema(implementation = PoolView.class)))
  @ProblemResponse({"pools-not-allowed", "unknown-invitee", "pool-full"})
  public Response invite(@PathParam("poolId") UUID poolId, @Valid @NotNull InviteRequest request) {
    Pool pool = access.joined(poolId);
    MembershipId invitee = new MembershipId(requireNonNull(request.membershipId(), "membershipId"));
    @Nullable Position position = inviteToPool.invite(pool, invitee).orElse(null);
    return answer(Response.status(Response.Status.CREATED), pool, position);
  }

  @PUT
  @Path("{poolId}/members/{membershipId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("points:transfer")
  @AnswersPosition
  @Operation(
      operationId = "joinPool",
      summary = "Accept an invitation, or state anew what others may spend",
      description = "Of the membership that was invited. For redemptions from now on.")
  @APIResponse(
      responseCode = "200",
      description = "Joined, now or before",
      content = @Content(schema = @Schema(implementation = PoolView.class)))
  @ProblemResponse({"pools-not-allowed", "in-another-pool", "pool-too-soon"})
  public Response join(
      @PathParam("poolId") UUID poolId,
      @PathParam("membershipId") UUID membershipId,
      @Valid @NotNull JoinRequest request) {
    Pool pool = access.visible(poolId);
    Membership member = memberships.get(new MembershipId(membershipId));
    Joined joined = joinPool.join(pool, member, PoolLimit.limit(request.limit()));
    return answer(Response.ok(), pool, joined.position());
  }

  @DELETE
  @Path("{poolId}/members/{membershipId}")
  @PermissionsAllowed("points:transfer")
  @AnswersPosition
  @Operation(
      operationId = "leavePool",
      summary = "Leave a pool, decline an invitation, or take one back",
      description =
          "What others spent of the member's points stays spent, and what they reserved reserved;"
              + " nothing more is.")
  @APIResponse(responseCode = "204", description = "Left")
  public Response leave(
      @PathParam("poolId") UUID poolId, @PathParam("membershipId") UUID membershipId) {
    Pool pool = access.visible(poolId);
    Position position = leavePool.leave(pool, new MembershipId(membershipId));
    return Response.noContent().header(ReadAfter.POSITION_HEADER, position).build();
  }

  private Response answer(
      Response.ResponseBuilder response, Pool pool, @Nullable Position position) {
    return PoolView.answer(response, pool, pools.members(List.of(pool.id())), position);
  }
}
