package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.access.VisibleMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tiers")
public class InterventionResource {

  private static final ProblemType NO_TIERS = ProblemType.of("no-tiers");

  private static final Duration LONGEST_FREEZE = Duration.ofDays(366);
  private static final Duration LONGEST_GRANT = Duration.ofDays(3_660);

  private final VisibleMemberships memberships;
  private final InterveneInTier interveneInTier;
  private final Clock clock;

  InterventionResource(
      VisibleMemberships memberships, InterveneInTier interveneInTier, Clock clock) {
    this.memberships = memberships;
    this.interveneInTier = interveneInTier;
    this.clock = clock;
  }

  @POST
  @Path("{membershipId}/tier-freezes")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "freezeTier",
      summary = "Keep a tier from falling",
      description =
          "While a return is announced and not recorded yet; rises go on. Of several freezes each"
              + " return that is recorded ends the first one. What was due falls afterwards.")
  @APIResponse(
      responseCode = "201",
      description = "Frozen",
      content = @Content(schema = @Schema(implementation = TierFreezeView.class)))
  @ProblemResponse("no-tiers")
  public Response freeze(
      @PathParam("membershipId") UUID membershipId, @Valid FreezeTierRequest request) {
    Membership membership = memberships.get(new MembershipId(membershipId));
    requireWithin(request.until(), LONGEST_FREEZE);
    var frozen = made(interveneInTier.freeze(membership, request.until()));
    return Response.status(Response.Status.CREATED).entity(TierFreezeView.from(frozen)).build();
  }

  @DELETE
  @Path("{membershipId}/tier-freezes/{freezeId}")
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "thawTier",
      summary = "End a freeze",
      description = "Nothing will come back; what was due falls at once.")
  @APIResponse(responseCode = "204", description = "Ended")
  public void thaw(
      @PathParam("membershipId") UUID membershipId, @PathParam("freezeId") UUID freezeId) {
    made(interveneInTier.thaw(memberships.get(new MembershipId(membershipId)), freezeId));
  }

  @POST
  @Path("{membershipId}/tier-grants")
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "grantTier",
      summary = "Give a member a level",
      description =
          "That it has at least until then, whatever it bought; purchases may lift it higher. The"
              + " reason and who gave it are in the audit log.")
  @APIResponse(
      responseCode = "201",
      description = "Given",
      content = @Content(schema = @Schema(implementation = TierGrantView.class)))
  @ProblemResponse("no-tiers")
  public Response grant(
      @PathParam("membershipId") UUID membershipId, @Valid GrantTierRequest request) {
    Membership membership = memberships.get(new MembershipId(membershipId));
    requireWithin(request.until(), LONGEST_GRANT);
    var grant =
        made(interveneInTier.grant(membership, request.level(), request.reason(), request.until()));
    return Response.status(Response.Status.CREATED).entity(TierGrantView.from(grant)).build();
  }

  @DELETE
  @Path("{membershipId}/tier-grants/{grantId}")
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "revokeTierGrant",
      summary = "Take a given level back",
      description = "The tier is then what purchases make of it.")
  @APIResponse(responseCode = "204", description = "Taken back")
  public void revoke(
      @PathParam("membershipId") UUID membershipId, @PathParam("grantId") UUID grantId) {
    made(interveneInTier.revoke(memberships.get(new MembershipId(membershipId)), grantId));
  }

  private static <T> T made(Intervention<T> intervention) {
    return switch (intervention) {
      case Intervention.Done<T>(T made) -> made;
      case Intervention.NoTiers<T> none -> throw Problem.of(NO_TIERS);
      case Intervention.UnknownLevel<T> unknown ->
          throw Problem.invalid("/level", "unknown", "the scheme in force has no such level");
      case Intervention.Missing<T> missing -> throw Problem.notFound();
    };
  }

  private void requireWithin(Instant until, Duration most) {
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(most))) {
      throw Problem.invalid(
          "/until", "until", "must be in the future, %d days at most".formatted(most.toDays()));
    }
  }
}
