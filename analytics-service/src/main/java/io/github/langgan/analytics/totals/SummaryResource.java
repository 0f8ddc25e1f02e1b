package io.github.langgan.analytics.totals;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/analytics/summary")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Summary", description = "The whole company's figures")
public class SummaryResource {

  private static final String PROFILE = "crm.profile";

  private final Totals totals;
  private final Positions positions;
  private final Freshnesses freshnesses;
  private final Caller caller;

  SummaryResource(Totals totals, Positions positions, Freshnesses freshnesses, Caller caller) {
    this.totals = totals;
    this.positions = positions;
    this.freshnesses = freshnesses;
    this.caller = caller;
  }

  @GET
  @ReadsAfter
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getSummary",
      summary = "Read the totals",
      description =
          "Transactions, lines, customers, and revenue by currency, to compare with what was"
              + " reported. Not for customers.")
  public SummaryView get(@Context HttpHeaders headers) {
    if (caller.isCustomer()) {
      throw Problem.of(Problems.FORBIDDEN, "Customers see their own figures only");
    }
    ReadAfter asked = ReadAfter.of(headers);
    boolean reached =
        positions.await(PROFILE, asked.positionsOf(List.of(PROFILE)), asked.patience());
    FreshnessView freshness = FreshnessView.from(freshnesses.ofAll(PROFILE), !reached);
    return SummaryView.from(totals.byCurrency(), totals.customers(), freshness);
  }
}
