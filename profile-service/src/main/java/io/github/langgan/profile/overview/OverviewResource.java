package io.github.langgan.profile.overview;

import static java.util.Comparator.comparing;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.inbox.Freshness;
import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.Views;
import io.github.langgan.profile.model.history.History;
import io.github.langgan.profile.model.history.HistoryKind;
import io.github.langgan.profile.representation.VisibleCustomers;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
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
  private final VisibleCustomers visible;
  private final AskedSubjects asked;
  private final Customers customers;
  private final Clock clock;

  OverviewResource(
      ProfileFactsQuery facts,
      History history,
      Views views,
      Freshnesses freshnesses,
      VisibleCustomers visible,
      AskedSubjects asked,
      Customers customers,
      Clock clock) {
    this.facts = facts;
    this.history = history;
    this.views = views;
    this.freshnesses = freshnesses;
    this.visible = visible;
    this.asked = asked;
    this.customers = customers;
    this.clock = clock;
  }

  @GET
  @Path("{customerId}")
  @ReadsAfter
  @PermissionsAllowed("profiles:read")
  @FollowsAliases
  @Operation(
      operationId = "getProfile",
      summary = "All that is known of a customer",
      description =
          "Of a record that was merged into another customer: that customer, with mergedInto."
              + " Name and contacts, what was bought, memberships and points, open cases, RFM scores and"
              + " the newest of the timeline, in one call. What other services told us says how"
              + " fresh it is. To read after something that you have just written, send its"
              + " Langgan-Position, and with Prefer: wait=2 how long you'd wait for it. Of who was"
              + " erased: erased for staff, not found for all others.")
  @ProblemResponse("erased")
  public ProfileView profile(
      @PathParam("customerId") UUID customerId, @Context HttpHeaders headers) {
    UUID customer = visible.meantBy(customerId);
    Set<UUID> records = customers.recordsOf(customer);
    Set<String> stale = views.awaitOf(customer, records, ReadAfter.of(headers));
    var freshness = freshness(records);
    ProfileFacts known = facts.of(customer).orElseThrow(() -> asked.missing(customerId));
    var newest = history.newest(customer, EnumSet.allOf(HistoryKind.class), RECENT);
    return new ProfileSections(known, freshness, stale, clock.instant())
        .view(customer, customer.equals(customerId) ? null : customer, newest);
  }

  /** Events of each record come by a way of their own; the slowest counts. */
  private Map<String, Freshness> freshness(Set<UUID> records) {
    Map<String, Freshness> oldest = new HashMap<>();
    for (UUID record : records) {
      freshnesses
          .of(record, Views.ALL)
          .forEach(
              (topic, one) ->
                  oldest.merge(topic, one, BinaryOperator.minBy(comparing(Freshness::asOf))));
    }
    return oldest;
  }
}
