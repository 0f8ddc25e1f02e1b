package io.github.langgan.chassis.duework;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.http.OperatorPath;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Due work that was given up, for operators. */
@Path(OperatorPath.BASE + "/failed-work")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FailedWorkResource {

  private final FailedWork failed;
  private final Audit audit;

  public FailedWorkResource(FailedWork failed, Audit audit) {
    this.failed = failed;
    this.audit = audit;
  }

  @GET
  @PermissionsAllowed("operations:read")
  @Operation(
      operationId = "listFailedWork",
      summary = "List due work that was given up",
      description = "Work that failed at every attempt, with its last error.")
  public Page<FailedWorkView> list(@BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    return Page.of(failed.list(after, page.fetch()), page, one -> Cursor.of(one.id()));
  }

  @POST
  @Path("{id}/retry")
  @PermissionsAllowed("operations:write")
  @Operation(
      operationId = "retryFailedWork",
      summary = "Retry due work that was given up",
      description = "Makes the work due now. Doing it twice has one effect.")
  public void retry(@PathParam("id") UUID id) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (!failed.retry(id)) {
                throw Problem.notFound();
              }
              audit.record("due-work.retried", "due-work", id, "", Map.of());
            });
  }
}
