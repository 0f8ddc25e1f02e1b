package io.github.langgan.loyalty.funding;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.representation.PeriodQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@RunOnVirtualThread
@Tag(name = "Liability", description = "What programs owe their members")
public class FundingResource {

  private final Programs programs;
  private final ReportFunding reportFunding;

  FundingResource(Programs programs, ReportFunding reportFunding) {
    this.programs = programs;
    this.reportFunding = reportFunding;
  }

  @GET
  @Path("{programId}/funding")
  @Produces(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("loyalty:report")
  @Operation(
      operationId = "getFunding",
      summary = "Report what partners pay for",
      description =
          "From the ledger. Points count in the period in which they were booked; what comes back,"
              + " when it comes back.")
  public FundingView json(@PathParam("programId") UUID programId, @BeanParam PeriodQuery query) {
    return report(programId, query);
  }

  @GET
  @Path("{programId}/funding.csv")
  @Produces("text/csv")
  @PermissionsAllowed("loyalty:report")
  @Operation(
      operationId = "getFundingCsv",
      summary = "Report what partners pay for, as CSV",
      description = "A row for each partner and period, with a header.")
  @APIResponse(responseCode = "200", description = "The partners' periods")
  @ProblemResponse("not-found")
  public String csv(@PathParam("programId") UUID programId, @BeanParam PeriodQuery query) {
    return FundingCsv.of(report(programId, query));
  }

  private FundingView report(UUID programId, PeriodQuery query) {
    return programs
        .find(new ProgramId(programId))
        .map(program -> reportFunding.report(program, query.step(), query.firstDay()))
        .orElseThrow(Problem::notFound);
  }
}
