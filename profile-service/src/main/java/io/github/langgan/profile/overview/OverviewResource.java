package io.github.langgan.profile.overview;

import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.profile.model.Views;
import io.github.langgan.profile.model.history.History;
import io.github.langgan.profile.model.history.HistoryKind;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The 360. */
@Path("/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles", description = "What is known of a customer")
public class OverviewResource {

  private static final int RECENT = 10;

  private final ProfileFactsQuery facts;
  private final History history;
  private final Views views;
  private final Freshnesses freshnesses;
  private final Caller caller;
  private final Clock clock;

  OverviewResource(
      ProfileFactsQuery facts,
      History history,
      Views views,
      Freshnesses freshnesses,
      Caller caller,
      Clock clock) {
    this.facts = facts;
    this.history = history;
    this.views = views;
    this.freshnesses = freshnesses;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("{customerId}")
  @ReadsAfter
  @PermissionsAllowed("profiles:read")
  @Operation(
      operationId = "getProfile",
      summary = "All that is known of a customer",
      description =
          "Name and contacts, what was bought, memberships and points, open cases, RFM scores and"
              + " the newest of the timeline, in one call. What other services told us says how"
              + " fresh it is. To read after something that you have just written, send its"
              + " Langgan-Position, and with Prefer: wait=2 how long you'd wait for it.")
  public ProfileView profile(
      @PathParam("customerId") UUID customerId, @Context HttpHeaders headers) {
    caller.requireSelfOr404(customerId);
    Set<String> stale = views.awaitOf(customerId, ReadAfter.of(headers));
    var freshness = freshnesses.of(customerId, Views.ALL);
    ProfileFacts known = facts.of(customerId).orElseThrow(Problem::notFound);
    var newest = history.newest(customerId, EnumSet.allOf(HistoryKind.class), RECENT);
    return new ProfileSections(known, freshness, stale, clock.instant()).view(customerId, newest);
  }
}
