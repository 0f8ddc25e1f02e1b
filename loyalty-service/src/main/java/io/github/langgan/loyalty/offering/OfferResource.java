package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.OfferId;
import io.github.langgan.loyalty.model.offer.Offers;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.Propositions;
import io.github.langgan.loyalty.offering.AnswerOffer.Answered;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/offers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Offers", description = "What members are offered, and what they make of it")
public class OfferResource {

  private static final ProblemType OVER = ProblemType.of("offer-over");

  private final VisibleMemberships memberships;
  private final Offers offers;
  private final Propositions propositions;
  private final AnswerOffer answerOffer;
  private final Clock clock;

  OfferResource(
      VisibleMemberships memberships,
      Offers offers,
      Propositions propositions,
      AnswerOffer answerOffer,
      Clock clock) {
    this.memberships = memberships;
    this.offers = offers;
    this.propositions = propositions;
    this.answerOffer = answerOffer;
    this.clock = clock;
  }

  @GET
  @Path("{offerId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getOffer",
      summary = "Read an offer",
      description = "Reading doesn't say that the member saw it.")
  @APIResponse(
      responseCode = "200",
      description = "The offer",
      content = @Content(schema = @Schema(implementation = OfferView.class)))
  public Response get(@PathParam("offerId") UUID offerId) {
    return answer(visible(new OfferId(offerId))).build();
  }

  @POST
  @Path("{offerId}/seen")
  @PermissionsAllowed("offers:answer")
  @AnswersPosition
  @Operation(
      operationId = "seeOffer",
      summary = "Tell that the member saw an offer",
      description = "The first time counts; of an offer that is over nothing changes.")
  @APIResponse(
      responseCode = "200",
      description = "The offer",
      content = @Content(schema = @Schema(implementation = OfferView.class)))
  @ProblemResponse("not-found")
  public Response see(@PathParam("offerId") UUID offerId) {
    return answer(answerOffer.see(visible(new OfferId(offerId)).id()));
  }

  @POST
  @Path("{offerId}/acceptance")
  @PermissionsAllowed("offers:answer")
  @AnswersPosition
  @Operation(
      operationId = "acceptOffer",
      summary = "Accept an offer",
      description =
          "Gives the benefit: points are on the account and a voucher is issued with the answer; a"
              + " gift is handed over by somebody. Accepting again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Accepted, now or before",
      content = @Content(schema = @Schema(implementation = OfferView.class)))
  @ProblemResponse({"offer-over", "voucher-campaign-closed"})
  public Response accept(@PathParam("offerId") UUID offerId) {
    return answer(answerOffer.accept(visible(new OfferId(offerId)).id()));
  }

  @POST
  @Path("{offerId}/decline")
  @PermissionsAllowed("offers:answer")
  @AnswersPosition
  @Operation(
      operationId = "declineOffer",
      summary = "Decline an offer",
      description = "For good: the proposition is not offered to the member again.")
  @APIResponse(
      responseCode = "200",
      description = "Declined, now or before",
      content = @Content(schema = @Schema(implementation = OfferView.class)))
  @ProblemResponse("offer-over")
  public Response decline(@PathParam("offerId") UUID offerId) {
    return answer(answerOffer.decline(visible(new OfferId(offerId)).id()));
  }

  /** 404 for a missing one, and the same for another's. */
  private Offer visible(OfferId id) {
    Offer offer = offers.find(id).orElseThrow(Problem::notFound);
    memberships.get(offer.membership());
    return offer;
  }

  private Response answer(Answered answered) {
    return switch (answered) {
      case Answered.Done(var offer, var position) ->
          position == null
              ? answer(offer).build()
              : answer(offer).header(ReadAfter.POSITION_HEADER, position).build();
      case Answered.Over(var offer) ->
          throw Problem.of(OVER)
              .with("state", offer.stateAt(clock.instant()).name())
              .with("superseded", offer.superseded());
    };
  }

  private Response.ResponseBuilder answer(Offer offer) {
    Proposition proposition = propositions.find(offer.proposition()).orElseThrow();
    return Response.ok(OfferView.from(offer, proposition, clock.instant()))
        .tag(ETags.of(offer.version()));
  }
}
