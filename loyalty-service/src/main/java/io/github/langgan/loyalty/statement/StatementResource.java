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
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.MembershipStates;
import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.model.tier.Tiers;
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
import java.util.List;
import java.util.Map;
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
  private final AskedMemberships asked;
  private final SourceFreshness freshness;
  private final Aliases aliases;
  private final OwnCustomer ownCustomer;
  private final Tiers tiers;
  private final AskedSubjects subjects;
  private final AnsweredIds answered;

  StatementResource(
      MembershipStates states,
      AskedMemberships asked,
      SourceFreshness freshness,
      Aliases aliases,
      OwnCustomer ownCustomer,
      Tiers tiers,
      AskedSubjects subjects,
      AnsweredIds answered) {
    this.states = states;
    this.asked = asked;
    this.freshness = freshness;
    this.aliases = aliases;
    this.ownCustomer = ownCustomer;
    this.tiers = tiers;
    this.subjects = subjects;
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
            ? states.withCard(card).filter(asked::isVisible).stream().toList()
            : states.of(kept(customerId), after.map(MembershipId::new).orElse(null), page.fetch());
    List<MembershipState> visible = found.stream().filter(asked::isVisible).toList();
    Map<MembershipId, Held> held =
        tiers.now(visible.stream().map(MembershipState::membership).toList());
    return Page.of(visible, page, state -> Cursor.of(state.membership().id()))
        .map(state -> MembershipView.from(state, held.get(state.membership().id())))
        .map(view -> customerId == null ? view : view.askedAs(customerId));
  }

  /** Whom the id means now. A customer is not told that another was erased: it finds nothing. */
  private CustomerId kept(UUID customerId) {
    CustomerId customer = new CustomerId(aliases.current(customerId));
    if (ownCustomer.maySee(customer)) {
      subjects.requireNotErased(customerId);
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
    UUID customer = asked.state(membershipId).membership().customer().value();
    var current = freshness.after(ReadAfter.of(headers), customer);
    MembershipState state = asked.state(membershipId);
    return Response.ok(MembershipView.from(state, tiers.now(state.membership()), current))
        .tag(ETags.of(state.version()))
        .build();
  }
}
