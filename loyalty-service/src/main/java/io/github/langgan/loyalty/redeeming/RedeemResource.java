package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Points;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Redemptions", description = "Points spent, and given back")
public class RedeemResource {

  private static final ProblemType INSUFFICIENT = ProblemType.of("insufficient-points");

  private static final ProblemType CARD_NOT_ACTIVE = ProblemType.of("card-not-active");

  private final VisibleMemberships memberships;
  private final RedeemPoints redeemPoints;

  RedeemResource(VisibleMemberships memberships, RedeemPoints redeemPoints) {
    this.memberships = memberships;
    this.redeemPoints = redeemPoints;
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
          "Points that expire soonest are spent first. With a card, only when that is active.")
  @APIResponse(
      responseCode = "201",
      description = "Spent",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  @ProblemResponse({"insufficient-points", "card-not-active"})
  public Response redeem(
      @PathParam("membershipId") UUID membershipId, @Valid RedeemRequest request) {
    Membership membership = memberships.get(new MembershipId(membershipId));
    return switch (redeemPoints.redeem(
        membership, new Points(requireNonNull(request.points())), request.card())) {
      case RedemptionOutcome.Redeemed(var redemption, var balance, var position) ->
          RedemptionView.answer(
              Response.created(URI.create("/v1/loyalty/redemptions/" + redemption.id())),
              redemption,
              balance,
              position);
      case RedemptionOutcome.CardNotActive(var state) ->
          throw state == null
              ? Problem.of(CARD_NOT_ACTIVE)
              : Problem.of(CARD_NOT_ACTIVE, "The card is " + state).with("state", state);
      case RedemptionOutcome.InsufficientPoints(long available) ->
          throw Problem.of(INSUFFICIENT, available + " points can be spent")
              .with("available", available);
    };
  }
}
