package io.github.langgan.loyalty.returning.policy;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.RequiresIfMatch;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.ledger.ReturnPolicies;
import io.github.langgan.loyalty.model.ledger.ReturnPolicy;
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
public class ReturnPolicyResource {

  private final Programs programs;
  private final ReturnPolicies policies;
  private final StateReturnPolicy statePolicy;

  ReturnPolicyResource(Programs programs, ReturnPolicies policies, StateReturnPolicy statePolicy) {
    this.programs = programs;
    this.policies = policies;
    this.statePolicy = statePolicy;
  }

  @GET
  @Path("{programId}/return-policy")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getReturnPolicy",
      summary = "Read what becomes of spent points when purchases are returned",
      description = "WITHIN_BALANCE, of version 0, until somebody states one.")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      content = @Content(schema = @Schema(implementation = ReturnPolicyBody.class)))
  public Response get(@PathParam("programId") UUID programId) {
    return programs
        .find(new ProgramId(programId))
        .map(program -> answer(policies.of(program.id())))
        .orElseThrow(Problem::notFound);
  }

  @PUT
  @Path("{programId}/return-policy")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresIfMatch
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "stateReturnPolicy",
      summary = "State what becomes of spent points when purchases are returned",
      description =
          "In place of what was stated before, for returns from now on. What is owed already follows it too; with WITHIN_BALANCE nothing pays it any more.")
  @APIResponse(
      responseCode = "200",
      description = "Stated",
      content = @Content(schema = @Schema(implementation = ReturnPolicyBody.class)))
  public Response put(
      @PathParam("programId") UUID programId,
      @HeaderParam("If-Match") IfMatch ifMatch,
      @Valid @NotNull ReturnPolicyBody policy) {
    return answer(
        statePolicy
            .state(new ProgramId(programId), requireNonNull(policy.spentPoints()), ifMatch)
            .orElseThrow(Problem::notFound));
  }

  private static Response answer(ReturnPolicy policy) {
    return Response.ok(ReturnPolicyBody.from(policy)).tag(ETags.of(policy.version())).build();
  }
}
