package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.http.OperatorPath;
import io.github.langgan.chassis.inbox.ParkedEvents.ParkedRecord;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Events that could not be applied: operators look at them, mend the cause, replay or drop. */
@Path(OperatorPath.BASE + "/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ParkedEventResource {

  private final ParkedEvents parked;
  private final ReplayParked replay;
  private final Audit audit;

  public ParkedEventResource(ParkedEvents parked, ReplayParked replay, Audit audit) {
    this.parked = parked;
    this.replay = replay;
    this.audit = audit;
  }

  @GET
  @PermissionsAllowed("operations:read")
  @Operation(
      operationId = "listParkedEvents",
      summary = "List parked events",
      description = "Events that could not be applied, and those of the same key behind them.")
  public Page<ParkedEventView> list(@BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    return Page.of(parked.list(after, page.fetch()), page, one -> Cursor.of(one.id()))
        .map(ParkedEventView::from);
  }

  @GET
  @Path("{eventId}")
  @PermissionsAllowed("operations:read")
  @Operation(
      operationId = "getParkedEvent",
      summary = "Inspect a parked event",
      description = "The event with its headers, its data as bytes, and why it is parked.")
  public ParkedEventDetail get(@PathParam("eventId") UUID eventId) {
    return ParkedEventDetail.from(find(eventId));
  }

  @POST
  @Path("{eventId}/replay")
  @PermissionsAllowed("operations:write")
  @Operation(
      operationId = "replayParkedEvent",
      summary = "Replay a parked event",
      description =
          "Applies the parked events of this event's key, oldest first, until one fails again."
              + " Doing it twice has one effect.")
  public ReplayResult replay(@PathParam("eventId") UUID eventId) {
    InboxRecord record = find(eventId).record();
    ReplayResult result = replay.replay(record.topic(), record.key());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                audit.record(
                    "parked-event.replayed",
                    "event",
                    eventId,
                    "",
                    Map.of("applied", result.applied())));
    return result;
  }

  @DELETE
  @Path("{eventId}")
  @PermissionsAllowed("operations:write")
  @Operation(
      operationId = "dropParkedEvent",
      summary = "Drop a parked event",
      description = "Takes the event out for good. Those behind it stay parked until a replay.")
  public void drop(@PathParam("eventId") UUID eventId) {
    ParkedRecord record = find(eventId);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              replay.drop(record);
              audit.record(
                  "parked-event.dropped",
                  "event",
                  eventId,
                  record.reason(),
                  Map.of("topic", record.record().topic()));
            });
  }

  private ParkedRecord find(UUID eventId) {
    return parked.find(eventId).orElseThrow(Problem::notFound);
  }
}
