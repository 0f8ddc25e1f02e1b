package io.github.langgan.loyalty.simulating;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Memberships")
public class SimulationResource {

  private final AskedMemberships asked;
  private final SimulatePurchase simulatePurchase;

  SimulationResource(AskedMemberships asked, SimulatePurchase simulatePurchase) {
    this.asked = asked;
    this.simulatePurchase = simulatePurchase;
  }

  @POST
  @Path("{membershipId}/simulations")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "simulatePurchase",
      summary = "Ask what a purchase would earn",
      description =
          "What if she buys this? With the tier that the member would have then, and what would be"
              + " missing to the next one. Nothing is stored, and nothing changes.")
  public SimulationView simulate(
      @PathParam("membershipId") UUID membershipId, @Valid SimulationRequest request) {
    return simulatePurchase.simulate(asked.membership(membershipId), request);
  }
}
