package io.github.langgan.loyalty.cards;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.json.Code;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.card.BlockReason;
import io.github.langgan.loyalty.model.card.CardNumber;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cards are changed by an id of theirs, so that no number stands in a path that is logged. */
@Path("/v1/loyalty/cards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cards", description = "What opens a membership: issued, blocked and replaced")
public class CardResource {

  private static final Set<BlockReason> OF_CUSTOMERS = Set.of(BlockReason.LOST, BlockReason.STOLEN);

  private final VisibleCards cards;
  private final ChangeCard changeCard;
  private final CardAnswers answers;
  private final Caller caller;

  CardResource(VisibleCards cards, ChangeCard changeCard, CardAnswers answers, Caller caller) {
    this.cards = cards;
    this.changeCard = changeCard;
    this.answers = answers;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "findCards",
      summary = "Find a card by its number",
      description = "In whatever state it is, with the membership that it opens: one or none.")
  public Page<CardView> find(
      @QueryParam("number") @Code @Parameter(required = true, description = "Its sixteen digits")
          @Nullable String number) {
    if (number == null || !CardNumber.isValid(number)) {
      throw Problem.invalidParameter("number", "must be the sixteen digits of a card");
    }
    return new Page<>(
        cards.withNumber(number).map(answers::withoutHistory).stream().toList(), null);
  }

  @GET
  @Path("{cardId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getCard",
      summary = "Read a card",
      description = "With all that happened to it.")
  @APIResponse(
      responseCode = "200",
      description = "The card",
      content = @Content(schema = @Schema(implementation = CardView.class)))
  public Response get(@PathParam("cardId") UUID cardId) {
    IssuedCard card = cards.get(cardId);
    return Response.ok(answers.withHistory(card)).tag(ETags.of(card.card().version())).build();
  }

  @POST
  @Path("{cardId}/activation")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @AnswersPosition
  @Operation(
      operationId = "activateCard",
      summary = "Activate a card",
      description = "Its member has it in hand.")
  @APIResponse(
      responseCode = "200",
      description = "Activated",
      content = @Content(schema = @Schema(implementation = CardView.class)))
  @ProblemResponse("card-state")
  public Response activate(@PathParam("cardId") UUID cardId) {
    return answer(changeCard.activate(cards.get(cardId)));
  }

  @POST
  @Path("{cardId}/block")
  @Idempotent
  @PermissionsAllowed({"loyalty:write", "cards:block"})
  @AnswersPosition
  @Operation(
      operationId = "blockCard",
      summary = "Block a card",
      description =
          "Nobody spends points by presenting it any more. Purchases that name it still earn, and"
              + " the member spends without it. A customer blocks its own card.")
  @APIResponse(
      responseCode = "200",
      description = "Blocked",
      content = @Content(schema = @Schema(implementation = CardView.class)))
  @ProblemResponse("card-state")
  public Response block(@PathParam("cardId") UUID cardId, @Valid BlockRequest request) {
    IssuedCard card = cards.get(cardId);
    BlockReason reason = requireNonNull(request.reason());
    if (caller.isCustomer() && !OF_CUSTOMERS.contains(reason)) {
      throw Problem.of(Problems.FORBIDDEN, "A customer blocks a card that is LOST or STOLEN");
    }
    return answer(changeCard.block(card, reason, request.note()));
  }

  @POST
  @Path("{cardId}/unblock")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @AnswersPosition
  @Operation(
      operationId = "unblockCard",
      summary = "Unblock a card",
      description = "It is again what it was before. Not for LOST, STOLEN and FRAUD.")
  @APIResponse(
      responseCode = "200",
      description = "Unblocked",
      content = @Content(schema = @Schema(implementation = CardView.class)))
  @ProblemResponse("card-state")
  public Response unblock(@PathParam("cardId") UUID cardId) {
    return answer(changeCard.unblock(cards.get(cardId)));
  }

  private Response answer(CardOutcome outcome) {
    return switch (outcome) {
      case CardOutcome.Changed(var card, var position) ->
          answers.written(Response.ok(), card, position);
      case CardOutcome.WrongState(var card, var state) -> throw answers.wrongState(card, state);
      case CardOutcome.Gone gone -> throw Problem.notFound();
    };
  }
}
