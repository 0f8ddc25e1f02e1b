package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/cards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cards")
public class ReplacementResource {

  private final VisibleCards cards;
  private final ReplaceCard replaceCard;
  private final CardAnswers answers;

  ReplacementResource(VisibleCards cards, ReplaceCard replaceCard, CardAnswers answers) {
    this.cards = cards;
    this.replaceCard = replaceCard;
    this.answers = answers;
  }

  @GET
  @Path("{cardId}/replacement")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "quoteReplacement",
      summary = "Tell what a replacement would cost",
      description = "Of a card that is blocked or has expired. Changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "What the member would be charged",
      content = @Content(schema = @Schema(implementation = ReplacementView.class)))
  @ProblemResponse("card-state")
  public Response quote(@PathParam("cardId") UUID cardId) {
    IssuedCard card = cards.get(cardId);
    return answer(card.range(), replaceCard.quote(card));
  }

  @POST
  @Path("{cardId}/replacement")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @AnswersPosition
  @Operation(
      operationId = "replaceCard",
      summary = "Replace a card under the same number",
      description =
          "The next piece of a card that is blocked or has expired, with a new expiry: INACTIVE"
              + " until the member has it when it is physical. The fee is told, also in the event"
              + " card.replaced; charging it is left to whoever sells the card.")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content = @Content(schema = @Schema(implementation = ReplacementView.class)))
  @ProblemResponse("card-state")
  public Response replace(@PathParam("cardId") UUID cardId) {
    IssuedCard card = cards.get(cardId);
    return answer(card.range(), replaceCard.replace(card));
  }

  private Response answer(CardRange range, Replacing replacing) {
    return switch (replacing) {
      case Replacing.Quoted(var reason, var fee) ->
          Response.ok(ReplacementView.from(range, reason, fee, null)).build();
      case Replacing.Replaced(var card, var reason, var fee, var position) ->
          Response.ok(ReplacementView.from(range, reason, fee, answers.withHistory(card)))
              .tag(ETags.of(card.card().version()))
              .header(ReadAfter.POSITION_HEADER, position)
              .build();
      case Replacing.NotNeeded(var card, var state) -> throw answers.wrongState(card, state);
      case Replacing.Gone gone -> throw Problem.notFound();
    };
  }
}
