package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.RedemptionId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/redemptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Redemptions", description = "Points spent, and given back")
public class RedemptionResource {

  private static final ProblemType NOT_REVERSIBLE = ProblemType.of("redemption-not-reversible");

  private final VisibleMemberships memberships;
  private final Redemptions redemptions;
  private final ReverseRedemption reverseRedemption;
  private final EndReservation endReservation;
  private final Clock clock;

  RedemptionResource(
      VisibleMemberships memberships,
      Redemptions redemptions,
      ReverseRedemption reverseRedemption,
      EndReservation endReservation,
      Clock clock) {
    this.memberships = memberships;
    this.redemptions = redemptions;
    this.reverseRedemption = reverseRedemption;
    this.endReservation = endReservation;
    this.clock = clock;
  }

  @GET
  @Path("{redemptionId}")
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
    memberships.get(redemption.membership());
    return Response.ok(
            RedemptionView.from(redemption, redemptions.drawsOf(redemption), null, clock.instant()))
        .tag(ETags.of(redemption.version()))
        .build();
  }

  @POST
  @Path("{redemptionId}/confirmation")
  @PermissionsAllowed("points:redeem")
  @AnswersPosition
  @Operation(
      operationId = "confirmRedemption",
      summary = "Confirm a reservation",
      description =
          "Spends the points that were set aside, also those that would have expired meanwhile."
              + " Confirming again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Redeemed, now or before",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  @ProblemResponse({"reservation-over", "other-person-confirms"})
  public Response confirm(@PathParam("redemptionId") UUID redemptionId) {
    RedemptionId id = new RedemptionId(redemptionId);
    Membership membership = memberships.get(found(id).membership());
    return answer(endReservation.confirm(membership, id));
  }

  @POST
  @Path("{redemptionId}/cancellation")
  @PermissionsAllowed("points:redeem")
  @AnswersPosition
  @Operation(
      operationId = "cancelRedemption",
      summary = "Cancel a reservation",
      description =
          "Gives the points back to the lots that they were set aside from, and the reward's pieces"
              + " to the others. Cancelling again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Not reserved any more, now or before",
      content = @Content(schema = @Schema(implementation = RedemptionView.class)))
  @ProblemResponse("reservation-over")
  public Response cancel(@PathParam("redemptionId") UUID redemptionId) {
    RedemptionId id = new RedemptionId(redemptionId);
    Membership membership = memberships.get(found(id).membership());
    return answer(endReservation.cancel(membership, id));
  }

  @POST
  @Path("{redemptionId}/reversal")
  @Idempotent
  @PermissionsAllowed("points:redeem")
  @AnswersPosition
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
    Membership membership = memberships.get(found(id).membership());
    return switch (reverseRedemption.reverse(membership, id, request.asked())) {
      case ReversalOutcome.Reversed(var result) -> answer(result);
      case ReversalOutcome.TooMuch(long reversible) ->
          throw Problem.of(NOT_REVERSIBLE, reversible + " points of it are still spent")
              .with("reversible", reversible);
    };
  }

  private Response answer(RedemptionResult result) {
    return RedemptionView.answer(
        Response.ok(), result, redemptions.drawsOf(result.redemption()), clock.instant());
  }

  private Redemption found(RedemptionId id) {
    return redemptions.find(id).orElseThrow(Problem::notFound);
  }
}
