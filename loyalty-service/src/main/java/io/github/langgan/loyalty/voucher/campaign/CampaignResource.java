package io.github.langgan.loyalty.voucher.campaign;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/voucher-campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Voucher campaigns", description = "What vouchers give, and their codes")
public class CampaignResource {

  private static final ProblemType UNKNOWN_PROGRAM = ProblemType.of("unknown-program");

  private final Campaigns campaigns;
  private final CreateCampaign createCampaign;
  private final CloseCampaign closeCampaign;
  private final Clock clock;

  CampaignResource(
      Campaigns campaigns,
      CreateCampaign createCampaign,
      CloseCampaign closeCampaign,
      Clock clock) {
    this.campaigns = campaigns;
    this.createCampaign = createCampaign;
    this.closeCampaign = closeCampaign;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "createVoucherCampaign",
      summary = "Set up a voucher campaign",
      description =
          "Its terms are never changed: close it and set up another one. Codes are made afterwards,"
              + " but for a public one.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @ProblemResponse("unknown-program")
  public Response create(@Valid CreateCampaignRequest request) {
    Campaign campaign = new CampaignCheck(request, clock.instant()).campaign();
    return switch (createCampaign.create(campaign)) {
      case CREATED -> answer(Response.created(location(campaign)), campaign);
      case CODE_TAKEN ->
          throw Problem.invalid("/publicCode", "taken", "is the code of another voucher");
      case UNKNOWN_PROGRAM ->
          throw Problem.of(UNKNOWN_PROGRAM).withError("/programId", "unknown", "no such program");
    };
  }

  @GET
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "listVoucherCampaigns",
      summary = "List voucher campaigns",
      description = "The newest first.")
  public Page<CampaignView> list(@BeanParam PageRequest page) {
    CampaignId after = page.after().map(cursor -> new CampaignId(cursor.uuid(0))).orElse(null);
    return Page.of(
        campaigns.page(after, page.fetch()).stream().map(CampaignView::from).toList(),
        page,
        view -> Cursor.of(view.campaignId()));
  }

  @GET
  @Path("{campaignId}")
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "getVoucherCampaign",
      summary = "Read a voucher campaign",
      description = "With its terms.")
  @APIResponse(
      responseCode = "200",
      description = "The campaign",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  public Response get(@PathParam("campaignId") UUID campaignId) {
    return answer(Response.ok(), found(campaignId));
  }

  @GET
  @Path("{campaignId}/budget")
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "getVoucherBudget",
      summary = "Read what a campaign has spent",
      description = "Not found for a campaign without a budget: there it isn't counted.")
  public SpentView budget(@PathParam("campaignId") UUID campaignId) {
    Campaign campaign = found(campaignId);
    return campaigns
        .spent(campaign.id())
        .map(spent -> SpentView.from(campaign, spent))
        .orElseThrow(Problem::notFound);
  }

  @POST
  @Path("{campaignId}/closure")
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "closeVoucherCampaign",
      summary = "Close a voucher campaign",
      description =
          "For good: its codes are refused from now on. What is reserved can still be confirmed.")
  @APIResponse(
      responseCode = "200",
      description = "Closed, now or before",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @ProblemResponse("not-found")
  public Response close(@PathParam("campaignId") UUID campaignId) {
    return answer(
        Response.ok(),
        closeCampaign.close(new CampaignId(campaignId)).orElseThrow(Problem::notFound));
  }

  private Campaign found(UUID id) {
    return campaigns.find(new CampaignId(id)).orElseThrow(Problem::notFound);
  }

  private static URI location(Campaign campaign) {
    return URI.create("/v1/loyalty/voucher-campaigns/" + campaign.id());
  }

  private static Response answer(Response.ResponseBuilder response, Campaign campaign) {
    return response.tag(ETags.of(campaign.version())).entity(CampaignView.from(campaign)).build();
  }
}
