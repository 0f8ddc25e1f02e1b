package io.github.langgan.loyalty.transferring;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
@Tag(name = "Transfers", description = "Points that members give to each other")
public class TransferResource {

  private final VisibleMemberships memberships;
  private final TransferPoints transferPoints;
  private final MemberTransfers transfers;

  TransferResource(
      VisibleMemberships memberships, TransferPoints transferPoints, MemberTransfers transfers) {
    this.memberships = memberships;
    this.transferPoints = transferPoints;
    this.transfers = transfers;
  }

  @POST
  @Path("{membershipId}/transfers")
  @Idempotent
  @PermissionsAllowed("points:transfer")
  @AnswersPosition
  @Operation(
      operationId = "transferPoints",
      summary = "Give points to another member",
      description =
          "Points that expire soonest go first, and keep their expiry; those that can't be spent yet"
              + " can't be given. The program's transfer policy has to allow it.")
  @APIResponse(
      responseCode = "201",
      description = "Given",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  @ProblemResponse({
    "transfers-not-allowed",
    "unknown-recipient",
    "own-membership",
    "transfer-too-small",
    "transfer-limit",
    "recipient-limit",
    "insufficient-points",
    "pin-required",
    "pin-wrong",
    "pin-locked"
  })
  public Response transfer(
      @PathParam("membershipId") UUID membershipId,
      @HeaderParam("Langgan-Pin")
          @Pattern(regexp = "[0-9]{4,8}")
          @Parameter(
              description =
                  "The giver's PIN, which the program's transfer policy asks for above so many"
                      + " points")
          @Nullable String pin,
      @Valid @NotNull TransferRequest request) {
    Membership membership = memberships.get(new MembershipId(membershipId));
    TransferResult result =
        transferPoints.transfer(membership, request.recipient(), request.asked(), pin);
    return Response.status(Response.Status.CREATED)
        .header(ReadAfter.POSITION_HEADER, result.position())
        .entity(TransferView.given(result.transfer(), result.balance()))
        .build();
  }

  @GET
  @Path("{membershipId}/transfers")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listTransfers",
      summary = "List what a member gave to others and received from them",
      description = "The newest first, also of memberships that were united with it.")
  public Page<TransferView> list(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = memberships.get(new MembershipId(membershipId));
    return Page.of(
        transfers.of(membership, after, fetch), page, view -> Cursor.of(view.transferId()));
  }
}
