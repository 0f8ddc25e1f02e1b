package io.github.langgan.customer.matching;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.json.OptionalBody;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/matching")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Matching")
public class MatchingRunResource {

  private final StartMatching startMatching;
  private final MatchRuns runs;
  private final MatchRulesets rulesets;
  private final Operations operations;
  private final CallerRights rights;

  MatchingRunResource(
      StartMatching startMatching,
      MatchRuns runs,
      MatchRulesets rulesets,
      Operations operations,
      CallerRights rights) {
    this.startMatching = startMatching;
    this.runs = runs;
    this.rulesets = rulesets;
    this.operations = operations;
    this.rights = rights;
  }

  @POST
  @Path("runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "runMatching",
      summary = "Learn the weights and compare all customers",
      description =
          "As long work: learns from the customers themselves how much each agreement weighs, judges"
              + " all pairs by it, and puts weights and thresholds in force as the next version of the"
              + " rules. As a dry run it changes nothing, and only tells what would come of it. All"
              + " customers are compared, also those that were imported without matching.")
  @RequestBody(required = false)
  @APIResponse(
      responseCode = "202",
      description =
          "Started; Location says where to look, and the operation's resultLink where the result is")
  public Response run(
      @OptionalBody @Nullable RunRequest request,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "Change nothing, only tell what would be merged and split")
          boolean dryRun) {
    UUID id =
        startMatching.start(
            request == null ? RunRequest.PLAIN : request, dryRun, rights.registrant().who());
    return Response.accepted().location(operations.location(id)).build();
  }

  @GET
  @Path("runs/{id}")
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "getMatchingRun",
      summary = "Read what came out of a matching run",
      description = "The result is there when the operation has succeeded.")
  public MatchingRunView get(@PathParam("id") UUID id) {
    return runs.find(id)
        .map(run -> MatchingRunView.of(run, runs.result(run)))
        .orElseThrow(Problem::notFound);
  }

  @GET
  @Path("rules")
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "getMatchingRules",
      summary = "Read the rules in force",
      description = "By which pairs are judged: the weight of each agreement, and the thresholds.")
  public MatchingRulesView rules() {
    return MatchingRulesView.of(rulesets.inForce());
  }

  @GET
  @Path("rules/{version}")
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "getMatchingRulesVersion",
      summary = "Read a version of the rules",
      description = "Version 1 are the estimates with which every installation begins.")
  public MatchingRulesView rules(@PathParam("version") int version) {
    return rulesets.version(version).map(MatchingRulesView::of).orElseThrow(Problem::notFound);
  }
}
