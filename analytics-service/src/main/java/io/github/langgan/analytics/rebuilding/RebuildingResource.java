package io.github.langgan.analytics.rebuilding;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.operation.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/analytics/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Summary")
public class RebuildingResource {

  private final StartRebuild startRebuild;
  private final Operations operations;

  RebuildingResource(StartRebuild startRebuild, Operations operations) {
    this.startRebuild = startRebuild;
    this.operations = operations;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("operations:write")
  @Operation(
      operationId = "rebuildSummaries",
      summary = "Make the summaries anew",
      description =
          "From the facts, as long work. It gives the figures that are there already, unless"
              + " somebody tampered with them; new events wait meanwhile.")
  @APIResponse(responseCode = "202", description = "Started; Location says where to look")
  public Response rebuild() {
    UUID operation = startRebuild.start();
    return Response.accepted().location(operations.location(operation)).build();
  }
}
