package io.github.langgan.loyalty.pooling;

import static java.util.stream.Collectors.groupingBy;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.MembershipStates;
import io.github.langgan.loyalty.model.pool.Contributor;
import io.github.langgan.loyalty.model.pool.Contributors;
import io.github.langgan.loyalty.model.pool.PoolId;
import io.github.langgan.loyalty.model.pool.PoolMate;
import io.github.langgan.loyalty.model.pool.PoolMember;
import io.github.langgan.loyalty.model.pool.PoolPolicies;
import io.github.langgan.loyalty.model.pool.Pools;
import io.github.langgan.loyalty.pooling.JoinPool.Joined;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Pools")
public class MemberPoolsResource {

  private final AskedMemberships memberships;
  private final VisibleMemberships visibleMemberships;
  private final JoinPool joinPool;
  private final MembershipStates states;
  private final Pools pools;
  private final PoolPolicies policies;
  private final Contributors contributors;
  private final Clock clock;

  MemberPoolsResource(
      AskedMemberships memberships,
      VisibleMemberships visibleMemberships,
      JoinPool joinPool,
      MembershipStates states,
      Pools pools,
      PoolPolicies policies,
      Contributors contributors,
      Clock clock) {
    this.memberships = memberships;
    this.visibleMemberships = visibleMemberships;
    this.joinPool = joinPool;
    this.states = states;
    this.pools = pools;
    this.policies = policies;
    this.contributors = contributors;
    this.clock = clock;
  }

  @POST
  @Path("{membershipId}/pools")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("points:transfer")
  @AnswersPosition
  @Operation(
      operationId = "openPool",
      summary = "Open a pool with its first member",
      description =
          "Who joins lets the others spend its points, within a limit, and may spend theirs. The"
              + " program's pool policy has to allow it.")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      content = @Content(schema = @Schema(implementation = PoolView.class)))
  @ProblemResponse({"pools-not-allowed", "in-another-pool", "pool-too-soon"})
  public Response open(
      @PathParam("membershipId") UUID membershipId, @Valid @NotNull JoinRequest request) {
    Membership member = visibleMemberships.get(new MembershipId(membershipId));
    Joined opened = joinPool.open(member, PoolLimit.limit(request.limit()));
    return PoolView.answer(
        Response.created(URI.create("/v1/loyalty/pools/" + opened.pool().id())),
        opened.pool(),
        pools.members(List.of(opened.pool().id())),
        opened.position());
  }

  @GET
  @Path("{membershipId}/pools")
  @FollowsAliases
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getMemberPools",
      summary = "Read a member's pools, and what it may spend with them",
      description = "Invitations too.")
  public MemberPoolsView get(@PathParam("membershipId") UUID membershipId) {
    MembershipState state = memberships.state(membershipId);
    List<PoolId> ids =
        pools.of(state.membership()).stream().map(PoolMember::pool).distinct().toList();
    Map<PoolId, List<PoolMember>> members =
        pools.members(ids).stream().collect(groupingBy(PoolMember::pool));
    return new MemberPoolsView(
        state.membership().id().value(),
        Math.max(0, state.active()),
        othersPoints(state),
        ids.stream()
            .map(id -> PoolView.from(pools.find(id).orElseThrow(), members.get(id)))
            .toList());
  }

  private long othersPoints(MembershipState state) {
    if (!policies.of(state.membership().program()).allowed()) {
      return 0;
    }
    List<PoolMate> mates = contributors.matesOf(state.membership());
    return contributors.allowing(mates, clock.instant()).stream().mapToLong(this::spendable).sum();
  }

  private long spendable(Contributor one) {
    long active = states.find(one.mate().holder().id()).map(MembershipState::active).orElse(0L);
    return Math.max(0, Math.min(active, one.allowance()));
  }
}
