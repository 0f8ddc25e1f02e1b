package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Points;
import io.github.langgan.loyalty.model.RedemptionId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty")
@RunOnVirtualThread
@Tag(name = "Redemptions", description = "Points spent, and given back")
public class RedemptionResource {

  private static final ProblemType INSUFFICIENT = ProblemType.of("insufficient-points");
  private static final ProblemType NOT_REVERSIBLE = ProblemType.of("redemption-not-reversible");

  private final Memberships memberships;
  private final Redemptions redemptions;
  private final RedeemPoints redeemPoints;
  private final ReverseRedemption reverseRedemption;
  private final Caller caller;

  RedemptionResource(
      Memberships memberships,
      Redemptions redemptions,
      RedeemPoints redeemPoints,
      ReverseRedemption reverseRedemption,
      Caller caller) {
    this.memberships = memberships;
    this.redemptions = redemptions;
    this.redeemPoints = redeemPoints;
    this.reverseRedemption = reverseRedemption;
    this.caller = caller;
  }

  @POST
  @Path("memberships/{membershipId}/redemptions")
  @Idempotent
  @PermissionsAllowed("points:redeem")
  @Operation(
      operationId = "redeemPoints",
      summary = "Spend points",
      description = "Points that expire soonest are spent first.")
  @APIResponse(
      responseCode = "201",
      description = "Spent",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  @ProblemResponse("insufficient-points")
  public Response redeem(
      @PathParam("membershipId") UUID membershipId, @Valid RedeemRequest request) {
    Membership membership = visible(new MembershipId(membershipId));
    return switch (redeemPoints.redeem(membership, new Points(requireNonNull(request.points())))) {
      case RedemptionOutcome.Redeemed(var redemption, var balance, var position) ->
          answer(
              Response.created(URI.create("/v1/loyalty/redemptions/" + redemption.id())),
              redemption,
              balance,
              position);
      case RedemptionOutcome.InsufficientPoints(long available) ->
          throw Problem.of(INSUFFICIENT, available + " points can be spent")
              .with("available", available);
    };
  }

  @GET
  @Path("redemptions/{redemptionId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getRedemption",
      summary = "Read a redemption",
      description = "With what was given back of it.")
  @APIResponse(
      responseCode = "200",
      description = "The redemption",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  public Response get(@PathParam("redemptionId") UUID redemptionId) {
    Redemption redemption = found(new RedemptionId(redemptionId));
    visible(redemption.membership());
    return Response.ok(RedemptionView.from(redemption, null))
        .tag(ETags.of(redemption.version()))
        .build();
  }

  @POST
  @Path("redemptions/{redemptionId}/reversal")
  @Idempotent
  @PermissionsAllowed("points:redeem")
  @Operation(
      operationId = "reverseRedemption",
      summary = "Give spent points back",
      description =
          "All that are still spent, or some. They return to the lots that they came from and keep"
              + " the expiry that they had.")
  @APIResponse(
      responseCode = "200",
      description = "Given back",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  @ProblemResponse("redemption-not-reversible")
  public Response reverse(
      @PathParam("redemptionId") UUID redemptionId, @Valid ReverseRequest request) {
    RedemptionId id = new RedemptionId(redemptionId);
    Membership membership = visible(found(id).membership());
    return switch (reverseRedemption.reverse(membership, id, request.asked())) {
      case ReversalOutcome.Reversed(var redemption, long points, var balance, var position) ->
          answer(Response.ok(), redemption, balance, position);
      case ReversalOutcome.TooMuch(long reversible) ->
          throw Problem.of(NOT_REVERSIBLE, reversible + " points of it are still spent")
              .with("reversible", reversible);
    };
  }

  private Redemption found(RedemptionId id) {
    return redemptions.find(id).orElseThrow(Problem::notFound);
  }

  private Membership visible(MembershipId id) {
    Membership membership = memberships.find(id).orElseThrow(Problem::notFound);
    caller.requireSelfOr404(membership.customer().value());
    return membership;
  }

  private static Response answer(
      Response.ResponseBuilder response, Redemption redemption, Balance balance, Position at) {
    return response
        .tag(ETags.of(redemption.version()))
        .header(ReadAfter.POSITION_HEADER, at)
        .entity(RedemptionView.from(redemption, balance))
        .build();
  }
}
