package io.github.langgan.loyalty.pin;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.MembershipId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Redemptions")
public class PinResource {

  private final VisibleMemberships memberships;
  private final SetPin setPin;

  PinResource(VisibleMemberships memberships, SetPin setPin) {
    this.memberships = memberships;
    this.setPin = setPin;
  }

  @PUT
  @Path("{membershipId}/pin")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("pin:write")
  @Operation(
      operationId = "setPin",
      summary = "Set the PIN of a membership",
      description =
          "In place of the one before, whose lock is over then. Nobody can read it; it is asked for"
              + " where the program's redemption policy says so.")
  @APIResponse(responseCode = "204", description = "Set")
  @ProblemResponse("not-found")
  public void set(
      @PathParam("membershipId") UUID membershipId, @Valid @NotNull PinRequest request) {
    var membership = memberships.get(new MembershipId(membershipId));
    if (request.isGuessable()) {
      throw Problem.invalid("/pin", "guessable", "is one of those that everybody tries first");
    }
    setPin.set(membership, requireNonNull(request.pin()));
  }

  @DELETE
  @Path("{membershipId}/pin")
  @PermissionsAllowed("pin:write")
  @Operation(
      operationId = "removePin",
      summary = "Take the PIN of a membership away",
      description = "Redemptions that take one are refused until another one is set.")
  @APIResponse(responseCode = "204", description = "There is none, now or before")
  @ProblemResponse("not-found")
  public void remove(@PathParam("membershipId") UUID membershipId) {
    setPin.remove(memberships.get(new MembershipId(membershipId)));
  }
}
