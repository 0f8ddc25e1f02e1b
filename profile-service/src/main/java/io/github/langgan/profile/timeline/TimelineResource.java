package io.github.langgan.profile.timeline;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.history.History;
import io.github.langgan.profile.model.history.HistoryEntry;
import io.github.langgan.profile.model.history.HistoryKind;
import io.github.langgan.profile.representation.HistoryEntryView;
import io.github.langgan.profile.representation.VisibleCustomers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's history. */
@Path("/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles", description = "What is known of a customer")
public class TimelineResource {

  private final History history;
  private final Customers customers;
  private final VisibleCustomers visible;
  private final AskedSubjects asked;

  TimelineResource(
      History history, Customers customers, VisibleCustomers visible, AskedSubjects asked) {
    this.history = history;
    this.customers = customers;
    this.visible = visible;
    this.asked = asked;
  }

  @GET
  @Path("{customerId}/timeline")
  @PermissionsAllowed("profiles:read")
  @FollowsAliases
  @Operation(
      operationId = "listTimeline",
      summary = "A customer's timeline",
      description =
          "All that happened with a customer, newest first: transactions, interactions, cases,"
              + " points and memberships. Of a merged record: the timeline of the customer that it"
              + " was merged into. Of who was erased: erased for staff, not found for all others,"
              + " whatever the law keeps.")
  @ProblemResponse("erased")
  public Page<HistoryEntryView> timeline(
      @PathParam("customerId") UUID customerId,
      @QueryParam("kind") @Parameter(description = "Only of these kinds; may be repeated")
          List<HistoryKind> kinds,
      @BeanParam PageRequest page) {
    UUID customer = visible.meantBy(customerId);
    asked.requireNotErased(customerId);
    Set<HistoryKind> wanted =
        kinds.isEmpty() ? EnumSet.allOf(HistoryKind.class) : EnumSet.copyOf(kinds);
    List<HistoryEntry> entries =
        page.after()
            .map(
                after ->
                    history.before(customer, wanted, after.instant(0), after.uuid(1), page.fetch()))
            .orElseGet(() -> history.newest(customer, wanted, page.fetch()));
    if (entries.isEmpty() && !customers.knows(customer)) {
      throw Problem.notFound();
    }
    return Page.of(entries, page, entry -> Cursor.of(entry.at(), entry.entryId()))
        .map(HistoryEntryView::of);
  }
}
