package io.github.langgan.loyalty.explaining;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.explaining.EarningView.RestView;
import io.github.langgan.loyalty.explaining.ExplainEarning.Explanation;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.representation.ContributionView;
import io.github.langgan.loyalty.representation.FailureView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Memberships")
public class EarningResource {

  private final AskedMemberships asked;
  private final ExplainEarning explainEarning;

  EarningResource(AskedMemberships asked, ExplainEarning explainEarning) {
    this.asked = asked;
    this.explainEarning = explainEarning;
  }

  @GET
  @Path("{membershipId}/earnings/{transactionId}")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "explainEarning",
      summary = "Explain what a purchase earned",
      description =
          "Which rule of which version of the terms gave how much for which line of the receipt,"
              + " and what of it stands after returns.")
  public EarningView explain(
      @PathParam("membershipId") UUID membershipId,
      @PathParam("transactionId") UUID transactionId) {
    return explainEarning
        .explain(asked.membership(membershipId), new TransactionId(transactionId))
        .map(EarningResource::view)
        .orElseThrow(Problem::notFound);
  }

  private static EarningView view(Explanation explanation) {
    Earning earning = explanation.earning();
    return new EarningView(
        earning.purchase().value(),
        earning.partner(),
        earning.externalId(),
        explanation.purchase().occurredAt(),
        earning.entryId(),
        earning.lotId(),
        earning.ruleVersion(),
        explanation.terms().rounding(),
        earning.points(),
        earning.standing(),
        ContributionView.allOf(explanation.rating()),
        FailureView.allOf(explanation.rating()),
        explanation.rest().map(EarningResource::view).orElse(null));
  }

  private static RestView view(Rating rest) {
    return new RestView(rest.points(), ContributionView.allOf(rest));
  }
}
