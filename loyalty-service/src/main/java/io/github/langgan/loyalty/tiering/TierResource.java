package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.tier.MemberTiers;
import io.github.langgan.loyalty.model.tier.MemberTiers.ChangeRow;
import io.github.langgan.loyalty.model.tier.Tiers;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tiers")
public class TierResource {

  private final AskedMemberships asked;
  private final Tiers tiers;
  private final MemberTiers memberTiers;
  private final Clock clock;

  TierResource(AskedMemberships asked, Tiers tiers, MemberTiers memberTiers, Clock clock) {
    this.asked = asked;
    this.tiers = tiers;
    this.memberTiers = memberTiers;
    this.clock = clock;
  }

  @GET
  @Path("{membershipId}/tier")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "getTier",
      summary = "Read a member's tier",
      description =
          "As it is at this moment, whether anybody has been told yet: what counts, what is missing"
              + " to the next level, what keeps it from falling. 404 while the program has no tiers.")
  public TierView get(@PathParam("membershipId") UUID membershipId) {
    Membership membership = asked.membership(membershipId);
    Instant now = clock.instant();
    return tiers
        .of(membership)
        .flatMap(tier -> tier.at(now).map(held -> TierView.from(tier, held, now)))
        .orElseThrow(Problem::notFound);
  }

  @GET
  @Path("{membershipId}/tier-changes")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listTierChanges",
      summary = "List how a member's tier changed",
      description = "The newest first, each with its reason.")
  public Page<TierChangeView> changes(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int limit = page.fetch();
    Membership membership = asked.membership(membershipId);
    List<ChangeRow> found = memberTiers.changes(membership.id(), before, limit);
    return Page.of(found, page, row -> Cursor.of(row.id())).map(TierChangeView::from);
  }
}
