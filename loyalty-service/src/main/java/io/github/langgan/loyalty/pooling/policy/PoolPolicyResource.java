package io.github.langgan.loyalty.pooling.policy;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.RequiresIfMatch;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.pool.PoolPolicies;
import io.github.langgan.loyalty.model.pool.PoolPolicy;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programs")
public class PoolPolicyResource {

  private final Programs programs;
  private final PoolPolicies policies;
  private final StatePoolPolicy statePolicy;

  PoolPolicyResource(Programs programs, PoolPolicies policies, StatePoolPolicy statePolicy) {
    this.programs = programs;
    this.policies = policies;
    this.statePolicy = statePolicy;
  }

  @GET
  @Path("{programId}/pool-policy")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getPoolPolicy",
      summary = "Read what pools have to keep to",
      description = "Nothing is allowed, of version 0, until somebody states one.")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      content = @Content(schema = @Schema(implementation = PoolPolicyBody.class)))
  public Response get(@PathParam("programId") UUID programId) {
    return programs
        .find(new ProgramId(programId))
        .map(program -> answer(policies.of(program.id())))
        .orElseThrow(Problem::notFound);
  }

  @PUT
  @Path("{programId}/pool-policy")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresIfMatch
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "statePoolPolicy",
      summary = "State what pools have to keep to",
      description =
          "In place of what was stated before, from now on; who is in a pool stays there.")
  @APIResponse(
      responseCode = "200",
      description = "Stated",
      content = @Content(schema = @Schema(implementation = PoolPolicyBody.class)))
  public Response put(
      @PathParam("programId") UUID programId,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @Valid @NotNull PoolPolicyBody policy) {
    return answer(statePolicy.state(programId, policy, ifMatch).orElseThrow(Problem::notFound));
  }

  private static Response answer(PoolPolicy policy) {
    return Response.ok(PoolPolicyBody.from(policy)).tag(ETags.of(policy.version())).build();
  }
}
