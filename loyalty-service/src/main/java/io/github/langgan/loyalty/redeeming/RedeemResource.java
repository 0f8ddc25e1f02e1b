package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Redemptions", description = "Points spent, and given back")
public class RedeemResource {

  private final VisibleMemberships memberships;
  private final RedeemPoints redeemPoints;
  private final Redemptions redemptions;
  private final Clock clock;

  RedeemResource(
      VisibleMemberships memberships,
      RedeemPoints redeemPoints,
      Redemptions redemptions,
      Clock clock) {
    this.memberships = memberships;
    this.redeemPoints = redeemPoints;
    this.redemptions = redemptions;
    this.clock = clock;
  }

  @POST
  @Path("{membershipId}/redemptions")
  @Idempotent
  @PermissionsAllowed("points:redeem")
  @AnswersPosition
  @Operation(
      operationId = "redeemPoints",
      summary = "Spend points",
      description =
          "Points that expire soonest are spent first. They are RESERVED instead when the call asks"
              + " to hold them, or the program's redemption policy wants another person to confirm."
              + " From a pool, the member's own points are spent first, then the others' that expire"
              + " soonest."
              + " With a card, only when that is active.")
  @APIResponse(
      responseCode = "201",
      description = "Spent, or reserved: the state says which",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  @ProblemResponse({
    "insufficient-points",
    "pools-not-allowed",
    "card-not-active",
    "unknown-reward",
    "reward-not-available",
    "out-of-stock",
    "redemption-limit",
    "pin-required",
    "pin-wrong",
    "pin-locked"
  })
  public Response redeem(
      @PathParam("membershipId") UUID membershipId,
      @HeaderParam("Langgan-Pin")
          @Pattern(regexp = "[0-9]{4,8}")
          @Parameter(
              description =
                  "The member's PIN, which the program's redemption policy asks for above so many"
                      + " points")
          @Nullable String pin,
      @Valid RedeemRequest request) {
    Membership membership = memberships.get(new MembershipId(membershipId));
    RedemptionResult result = redeemPoints.redeem(membership, request.order(pin));
    return RedemptionView.answer(
        Response.created(URI.create("/v1/loyalty/redemptions/" + result.redemption().id())),
        result,
        redemptions.drawsOf(result.redemption()),
        clock.instant());
  }
}
