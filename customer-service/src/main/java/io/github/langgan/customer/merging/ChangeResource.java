package io.github.langgan.customer.merging;

import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.customer.access.CallerRights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customer-changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Merging")
public class ChangeResource {

  private final Changes changes;
  private final CallerRights rights;

  ChangeResource(Changes changes, CallerRights rights) {
    this.changes = changes;
    this.rights = rights;
  }

  @GET
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listCustomerChanges",
      summary = "Follow merges and splits",
      description =
          "In the order in which they happened. Keep the last position that you saw and ask for"
              + " those after it: none appears later with a smaller one. Partners see those of"
              + " records that they registered and whose id changed its meaning.")
  public Page<ChangeView> list(
      @BeanParam PageRequest page,
      @QueryParam("after")
          @DefaultValue("0")
          @Parameter(description = "The last position that you have seen")
          long after) {
    long from = page.after().map(cursor -> cursor.number(0)).orElse(after);
    return Page.of(
        changes.after(from, rights.visibility(), page.fetch()),
        page,
        change -> Cursor.of(change.position()));
  }
}
