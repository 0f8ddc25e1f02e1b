package io.github.langgan.loyalty.extending;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

@Path("/v1/loyalty/propositions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Propositions")
public class RunResource {

  private final StartRun startRun;
  private final Operations operations;

  RunResource(StartRun startRun, Operations operations) {
    this.startRun = startRun;
    this.operations = operations;
  }

  @POST
  @Path("{propositionId}/runs")
  @Idempotent
  @PermissionsAllowed("propositions:admin")
  @Operation(
      operationId = "runProposition",
      summary = "Offer a proposition to its whole audience",
      description =
          "As long work: looks at each member of the program, and extends an offer to those of the"
              + " audience who may be contacted, until the budget is spent. Nobody gets it twice.")
  @APIResponse(
      responseCode = "202",
      description =
          "Started; Location says where to look, and the operation's resultLink where the results"
              + " are")
  @ProblemResponse({"not-found", "proposition-not-active"})
  public Response run(@PathParam("propositionId") UUID propositionId) {
    UUID id = startRun.start(new PropositionId(propositionId));
    return Response.accepted().location(operations.location(id)).build();
  }
}
