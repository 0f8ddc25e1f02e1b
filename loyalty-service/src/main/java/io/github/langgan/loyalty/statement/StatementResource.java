package io.github.langgan.loyalty.statement;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.json.Code;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.MembershipStates;
import io.github.langgan.loyalty.representation.MembershipView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Memberships")
public class StatementResource {

  private final MembershipStates states;
  private final Entries entries;
  private final LotList lots;
  private final Expirations expirations;
  private final VerifyAccount verifyAccount;
  private final SourceFreshness freshness;
  private final Aliases aliases;
  private final OwnCustomer ownCustomer;
  private final AskedSubjects asked;
  private final AnsweredIds answered;

  StatementResource(
      MembershipStates states,
      Entries entries,
      LotList lots,
      Expirations expirations,
      VerifyAccount verifyAccount,
      SourceFreshness freshness,
      Aliases aliases,
      OwnCustomer ownCustomer,
      AskedSubjects asked,
      AnsweredIds answered) {
    this.states = states;
    this.entries = entries;
    this.lots = lots;
    this.expirations = expirations;
    this.verifyAccount = verifyAccount;
    this.freshness = freshness;
    this.aliases = aliases;
    this.ownCustomer = ownCustomer;
    this.asked = asked;
    this.answered = answered;
  }

  @GET
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "findMemberships",
      summary = "Find memberships",
      description =
          "By a card's number, or all of a customer, the newest first: name one of both. Of who was"
              + " erased: erased for staff, not found for all others.")
  @ProblemResponse({"not-found", "erased"})
  public Page<MembershipView> find(
      @BeanParam PageRequest page,
      @QueryParam("card") @Code @Parameter(description = "The sixteen digits of a card")
          @Nullable String card,
      @QueryParam("customerId") @Parameter(description = "Whose memberships")
          @Nullable UUID customerId) {
    if ((card == null) == (customerId == null)) {
      throw Problem.invalidParameter("card", "name either card or customerId");
    }
    Optional<UUID> after = page.after().map(cursor -> cursor.uuid(0));
    List<MembershipState> found =
        card != null
            ? states.withCard(card).filter(this::isVisible).stream().toList()
            : states.of(kept(customerId), after.map(MembershipId::new).orElse(null), page.fetch());
    return Page.of(
            found.stream().filter(this::isVisible).toList(),
            page,
            state -> Cursor.of(state.membership().id()))
        .map(MembershipView::from)
        .map(view -> customerId == null ? view : view.askedAs(customerId));
  }

  /** Whom the id means now. A customer is not told that another was erased: it finds nothing. */
  private CustomerId kept(UUID customerId) {
    CustomerId customer = new CustomerId(aliases.current(customerId));
    if (ownCustomer.maySee(customer)) {
      asked.requireNotErased(customerId);
      answered.answer(customerId, customer.value());
    }
    return customer;
  }

  @GET
  @Path("{membershipId}")
  @ReadsAfter
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "getMembership",
      summary = "Read a membership",
      description =
          "With its card and balance; of one that was united into another, the other. With Prefer: wait and the Langgan-Position of a transaction,"
              + " its effect on the balance is waited for.")
  @APIResponse(
      responseCode = "200",
      description = "The membership",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  public Response get(@PathParam("membershipId") UUID membershipId, @Context HttpHeaders headers) {
    UUID customer = visible(membershipId).membership().customer().value();
    var current = freshness.after(ReadAfter.of(headers), customer);
    MembershipState state = visible(membershipId);
    return Response.ok(MembershipView.from(state, current)).tag(ETags.of(state.version())).build();
  }

  @GET
  @Path("{membershipId}/entries")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listEntries",
      summary = "List a membership's entries",
      description = "All that happened to its points, the newest first.")
  public Page<EntryView> entries(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = visible(membershipId).membership();
    return Page.of(entries.of(membership, after, fetch), page, entry -> Cursor.of(entry.entryId()));
  }

  @GET
  @Path("{membershipId}/lots")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listLots",
      summary = "List a membership's lots",
      description = "Where its points came from, what became of them, and when they expire.")
  public Page<LotView> lots(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = visible(membershipId).membership();
    return Page.of(lots.of(membership, after, fetch), page, lot -> Cursor.of(lot.lotId()));
  }

  @GET
  @Path("{membershipId}/expirations")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listExpirations",
      summary = "List when a membership's points expire",
      description =
          "The whole schedule, the soonest first: how many points expire when, if they are not"
              + " spent. Points that never expire are not among them.")
  public Page<ExpirationView> expirations(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    Instant after = page.after().map(cursor -> cursor.instant(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = visible(membershipId).membership();
    return Page.of(
        expirations.of(membership, after, fetch), page, one -> Cursor.of(one.expiresAt()));
  }

  @GET
  @Path("{membershipId}/verification")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "verifyMembership",
      summary = "Verify a membership's books",
      description =
          "Computes the hash chain of its entries anew, and the balance and what the lots have left"
              + " from the postings, and compares. Of a membership that others were united into:"
              + " theirs, too.")
  public VerificationView verification(@PathParam("membershipId") UUID membershipId) {
    return verifyAccount.verify(visible(membershipId).membership());
  }

  /** The membership, or the one that it was united into. */
  private MembershipState visible(UUID membershipId) {
    MembershipState state =
        states
            .find(new MembershipId(membershipId))
            .filter(this::isVisible)
            .orElseThrow(Problem::notFound);
    answered.answer(membershipId, state.membership().id().value());
    return state;
  }

  /** A customer sees its own memberships only. */
  private boolean isVisible(MembershipState state) {
    return ownCustomer.maySee(state.membership().customer());
  }
}
