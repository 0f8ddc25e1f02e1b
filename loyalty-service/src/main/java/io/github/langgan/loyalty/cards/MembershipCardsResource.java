package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.card.CardId;
import io.github.langgan.loyalty.model.card.IssuedCard;
import io.github.langgan.loyalty.model.card.IssuedCards;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cards")
public class MembershipCardsResource {

  private static final ProblemType CARD_RANGE_FULL = ProblemType.of("card-range-full");

  private final VisibleMemberships memberships;
  private final AskedMemberships asked;
  private final IssuedCards cards;
  private final IssueCard issueCard;
  private final CardAnswers answers;

  MembershipCardsResource(
      VisibleMemberships memberships,
      AskedMemberships asked,
      IssuedCards cards,
      IssueCard issueCard,
      CardAnswers answers) {
    this.memberships = memberships;
    this.asked = asked;
    this.cards = cards;
    this.issueCard = issueCard;
    this.answers = answers;
  }

  @POST
  @Path("{membershipId}/cards")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @AnswersPosition
  @Operation(
      operationId = "issueCard",
      summary = "Issue one more card",
      description =
          "With a number of its own. A physical one is INACTIVE until the member has it in hand; a"
              + " virtual one can be used at once.")
  @APIResponse(
      responseCode = "201",
      description = "Issued",
      content = @Content(schema = @Schema(implementation = CardView.class)))
  @ProblemResponse("card-range-full")
  public Response issue(@PathParam("membershipId") UUID membershipId, @Valid IssueRequest request) {
    Membership membership = memberships.get(new MembershipId(membershipId));
    if (request.rangeId() == null && request.kind() == null) {
      throw Problem.invalid("/rangeId", "not-null", "name a range or a kind");
    }
    return switch (issueCard.issue(membership, request.range(), request.kind())) {
      case Issuing.Issued(var card, var position) ->
          answers.written(
              Response.created(URI.create("/v1/loyalty/cards/" + card.card().id())),
              card,
              position);
      case Issuing.UnknownRange unknown ->
          throw Problem.invalid(
              request.rangeId() == null ? "/kind" : "/rangeId",
              "unknown",
              "the program has no such range of cards");
      case Issuing.OtherKind other ->
          throw Problem.invalid("/kind", "other-kind", "is not that of the range");
      case Issuing.RangeFull full -> throw Problem.of(CARD_RANGE_FULL);
      case Issuing.Gone gone -> throw Problem.notFound();
    };
  }

  @GET
  @Path("{membershipId}/cards")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listCards",
      summary = "List a membership's cards",
      description =
          "All that open it, also those that were issued for memberships united into it, with what"
              + " happened to them; the newest first.")
  public Page<CardView> list(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    CardId after = page.after().map(cursor -> new CardId(cursor.uuid(0))).orElse(null);
    int fetch = page.fetch();
    MembershipId holder = asked.membership(membershipId).id();
    List<IssuedCard> found = cards.opening(holder, after, fetch);
    return Page.of(answers.withHistory(found), page, view -> Cursor.of(view.cardId()));
  }
}
