package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Programs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/simulations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programs")
public class SimulationResultResource {

  private final Simulations simulations;
  private final Programs programs;

  SimulationResultResource(Simulations simulations, Programs programs) {
    this.simulations = simulations;
    this.programs = programs;
  }

  @GET
  @Path("{simulationId}")
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "getSimulation",
      summary = "Read what other terms would have given",
      description = "Who would win and who would lose, and what it would cost.")
  public SimulationView get(@PathParam("simulationId") UUID simulationId) {
    return simulations
        .find(simulationId)
        .map(one -> SimulationView.of(one, programs.find(one.program()).orElseThrow()))
        .orElseThrow(Problem::notFound);
  }
}
