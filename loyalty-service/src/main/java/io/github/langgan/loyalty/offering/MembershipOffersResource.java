package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.OfferId;
import io.github.langgan.loyalty.model.offer.Offers;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.Propositions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Offers")
public class MembershipOffersResource {

  private final AskedMemberships asked;
  private final Offers offers;
  private final Propositions propositions;
  private final Clock clock;

  MembershipOffersResource(
      AskedMemberships asked, Offers offers, Propositions propositions, Clock clock) {
    this.asked = asked;
    this.offers = offers;
    this.propositions = propositions;
    this.clock = clock;
  }

  @GET
  @Path("{membershipId}/offers")
  @FollowsAliases
  @ReadsAfter
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listOffers",
      summary = "List what a member is and was offered",
      description = "The newest first. Reading an offer doesn't say that the member saw it.")
  public Page<OfferView> list(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    OfferId before = page.after().map(cursor -> new OfferId(cursor.uuid(0))).orElse(null);
    int fetch = page.fetch();
    Membership member = asked.membership(membershipId);
    List<Offer> found = offers.of(member, before, fetch);
    Map<PropositionId, Proposition> known =
        propositions.withIds(found.stream().map(Offer::proposition).distinct().toList());
    Instant now = clock.instant();
    return Page.of(
        found.stream().map(one -> OfferView.from(one, known.get(one.proposition()), now)).toList(),
        page,
        view -> Cursor.of(view.offerId()));
  }
}
