package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A plain download: the answer is the file. */
@Path("/v1/loyalty/voucher-campaigns")
@RunOnVirtualThread
@Tag(name = "Voucher campaigns")
public class ExportResource {

  private static final long MOMENT = Duration.ofMillis(1).toNanos();

  private final Campaigns campaigns;
  private final ExportCodes exportCodes;

  ExportResource(Campaigns campaigns, ExportCodes exportCodes) {
    this.campaigns = campaigns;
    this.exportCodes = exportCodes;
  }

  @GET
  @Path("{campaignId}/vouchers/export")
  @Produces({CodeFormat.NDJSON_TYPE, CodeFormat.CSV_TYPE})
  @PermissionsAllowed("vouchers:admin")
  @Operation(
      operationId = "exportVoucherCodes",
      summary = "Download codes",
      description =
          "All of the campaign, in the order in which they were made, those that are made meanwhile"
              + " perhaps too. Each download is kept in the audit trail.")
  @APIResponse(responseCode = "200", description = "The codes")
  @ProblemResponse({"not-found", "not-acceptable"})
  public Response export(
      @PathParam("campaignId") UUID campaignId,
      @Context Request request,
      @Context HttpServerRequest line) {
    CodeFormat format = CodeFormat.asked(request);
    Campaign campaign = campaigns.find(new CampaignId(campaignId)).orElseThrow(Problem::notFound);
    exportCodes.note(campaign);
    StreamingOutput file =
        out -> {
          try {
            exportCodes.write(campaign, format, out);
          } catch (IOException | RuntimeException failure) {
            cutIfBegun(line);
            throw failure;
          }
        };
    return Response.ok(file, format.type())
        .header("Content-Disposition", "attachment; filename=\"" + format.fileName() + "\"")
        .build();
  }

  /** A problem would end the file as if it were whole, and part of it. */
  private static void cutIfBegun(HttpServerRequest line) {
    if (line.response().headWritten()) {
      line.connection().close();
      while (!line.response().closed()) {
        LockSupport.parkNanos(MOMENT);
      }
    }
  }
}
