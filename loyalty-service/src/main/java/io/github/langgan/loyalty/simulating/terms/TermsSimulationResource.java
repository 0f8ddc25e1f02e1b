package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.loyalty.model.ProgramId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programs")
public class TermsSimulationResource {

  private final StartSimulation startSimulation;
  private final Operations operations;

  TermsSimulationResource(StartSimulation startSimulation, Operations operations) {
    this.startSimulation = startSimulation;
    this.operations = operations;
  }

  @POST
  @Path("{programId}/simulations")
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "simulateTerms",
      summary = "Try a version of a program's terms on a period's purchases",
      description =
          "As long work: rates what members kept of the purchases of a period by a version of the"
              + " terms, usually one that is not in force yet, and compares with what they stand for."
              + " Changes nothing.")
  @APIResponse(
      responseCode = "202",
      description =
          "Started; Location says where to look, and the operation's resultLink where the result is")
  public Response simulate(
      @PathParam("programId") UUID programId, @Valid SimulateTermsRequest request) {
    UUID id = startSimulation.start(new ProgramId(programId), request);
    return Response.accepted().location(operations.location(id)).build();
  }
}
