package io.github.langgan.loyalty.proposition.results;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.PropositionTerms;
import io.github.langgan.loyalty.model.offer.Propositions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/propositions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Propositions")
public class ResultsResource {

  private final Propositions propositions;
  private final Tally tally;
  private final Clock clock;

  ResultsResource(Propositions propositions, Tally tally, Clock clock) {
    this.propositions = propositions;
    this.tally = tally;
    this.clock = clock;
  }

  @GET
  @Path("{propositionId}/results")
  @PermissionsAllowed("propositions:read")
  @Operation(
      operationId = "getPropositionResults",
      summary = "Read what a proposition brought",
      description =
          "With a pilot: what those who were offered it bought in the days after it, against those"
              + " who were not, by lot. Returns are taken off. A difference is told with its 95 %"
              + " confidence interval; shares by Newcombe's method 10, means by Welch.")
  public ResultsView results(@PathParam("propositionId") UUID propositionId) {
    Proposition proposition =
        propositions.find(new PropositionId(propositionId)).orElseThrow(Problem::notFound);
    Instant now = clock.instant();
    PropositionTerms.@Nullable Pilot pilot = proposition.terms().pilot();
    return ResultsView.from(
        proposition,
        tally.offers(proposition, now),
        tally.withheld(proposition),
        pilot == null ? null : tally.groups(proposition, pilot.windowDays(), now),
        now);
  }
}
