package io.github.langgan.loyalty.voucher.issuing;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.voucher.issuing.AssignVoucher.Assignment;
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

@Path("/v1/loyalty/voucher-campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Voucher campaigns")
public class IssuingResource {

  private static final ProblemType UNKNOWN_CUSTOMER = ProblemType.of("unknown-customer");

  private final MakeCodes makeCodes;
  private final AssignVoucher assignVoucher;
  private final Operations operations;

  IssuingResource(MakeCodes makeCodes, AssignVoucher assignVoucher, Operations operations) {
    this.makeCodes = makeCodes;
    this.assignVoucher = assignVoucher;
    this.operations = operations;
  }

  @POST
  @Path("{campaignId}/vouchers")
  @Idempotent
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "makeVoucherCodes",
      summary = "Make codes in bulk",
      description =
          "As long work: its result link is the download of the campaign's codes, which can be"
              + " called all the while.")
  @APIResponse(responseCode = "202", description = "Started; Location says where to look")
  @ProblemResponse({"not-found", "voucher-campaign-closed", "voucher-campaign-public"})
  public Response make(@PathParam("campaignId") UUID campaignId, @Valid MakeCodesRequest request) {
    UUID operation = makeCodes.start(campaignId, requireNonNull(request.count()));
    return Response.accepted().location(operations.location(operation)).build();
  }

  @POST
  @Path("{campaignId}/vouchers/assigned")
  @Idempotent
  @PermissionsAllowed("vouchers:admin")
  @AnswersPosition
  @Operation(
      operationId = "assignVoucher",
      summary = "Give a voucher to a customer",
      description = "Nobody else can use it, whoever gets hold of the code.")
  @APIResponse(
      responseCode = "201",
      description = "Issued",
      content = @Content(schema = @Schema(implementation = VoucherView.class)))
  @ProblemResponse({
    "not-found",
    "unknown-customer",
    "voucher-campaign-closed",
    "voucher-campaign-public"
  })
  public Response assign(@PathParam("campaignId") UUID campaignId, @Valid AssignRequest request) {
    return switch (assignVoucher.assign(campaignId, new CustomerId(request.customerId()))) {
      case Assignment.Assigned(var voucher, var campaign, var position) ->
          Response.created(URI.create("/v1/loyalty/vouchers/" + voucher.id()))
              .header(ReadAfter.POSITION_HEADER, position)
              .entity(VoucherView.from(voucher, campaign, true))
              .build();
      case Assignment.UnknownCustomer unknown ->
          throw Problem.of(UNKNOWN_CUSTOMER)
              .withError("/customerId", "unknown", "no such customer");
      case Assignment.Closed closed -> throw Problem.of(Issuable.CLOSED);
    };
  }
}
