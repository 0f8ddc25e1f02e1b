package io.github.langgan.loyalty.liability;

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
public class LiabilityResource {

  private static final String SVG = "image/svg+xml";
  private static final String CSV = "text/csv";

  private final Programs programs;
  private final ReportLiability reportLiability;

  LiabilityResource(Programs programs, ReportLiability reportLiability) {
    this.programs = programs;
    this.reportLiability = reportLiability;
  }

  @GET
  @Path("{programId}/liability")
  @Produces(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("loyalty:report")
  @Operation(
      operationId = "getLiability",
      summary = "Report what a program owes its members",
      description =
          "From the ledger, of one moment. It reads all of the program's postings, so it takes some"
              + " seconds for millions of them.")
  public LiabilityView json(@PathParam("programId") UUID programId, @BeanParam PeriodQuery query) {
    return report(programId, query);
  }

  @GET
  @Path("{programId}/liability.csv")
  @Produces(CSV)
  @PermissionsAllowed("loyalty:report")
  @Operation(
      operationId = "getLiabilityCsv",
      summary = "Report what a program owes its members, as CSV",
      description = "A row for each period, with a header.")
  @APIResponse(responseCode = "200", description = "The periods")
  @ProblemResponse("not-found")
  public String csv(@PathParam("programId") UUID programId, @BeanParam PeriodQuery query) {
    return LiabilityCsv.of(report(programId, query));
  }

  @GET
  @Path("{programId}/liability.svg")
  @Produces(SVG)
  @PermissionsAllowed("loyalty:report")
  @Operation(
      operationId = "getLiabilityChart",
      summary = "Report what a program owes its members, as a picture",
      description = "Above what is owed at the periods' ends, below what came and what went.")
  @APIResponse(responseCode = "200", description = "The picture")
  @ProblemResponse("not-found")
  public String svg(@PathParam("programId") UUID programId, @BeanParam PeriodQuery query) {
    return LiabilityChart.of(report(programId, query));
  }

  private LiabilityView report(UUID programId, PeriodQuery query) {
    return programs
        .find(new ProgramId(programId))
        .map(program -> reportLiability.report(program, query.step(), query.firstDay()))
        .map(LiabilityView::from)
        .orElseThrow(Problem::notFound);
  }
}
