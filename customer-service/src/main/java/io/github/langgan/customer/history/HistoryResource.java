package io.github.langgan.customer.history;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.RecordedVersion;
import io.github.langgan.customer.model.RecordedVersions;
import io.github.langgan.customer.model.Unions;
import io.github.langgan.customer.model.Visibility;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class HistoryResource {

  private static final ProblemType SHARED = ProblemType.of("shared-customer");

  private final Customers customers;
  private final RecordedVersions versions;
  private final Unions unions;
  private final CallerRights rights;

  HistoryResource(
      Customers customers, RecordedVersions versions, Unions unions, CallerRights rights) {
    this.customers = customers;
    this.versions = versions;
    this.unions = unions;
    this.rights = rights;
  }

  @GET
  @Path("{id}/history")
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listHistory",
      summary = "List the versions of a customer",
      description =
          "The registration and each correction: who brought it, from what source, when, and which"
              + " fields were what before and after. Newest first. A merge and its undoing are"
              + " versions of both records; the id names the record itself, also when it was"
              + " merged. Who exactly it was is told to the company's own staff, and partners"
              + " don't see what was merged with records that others registered.")
  @ProblemResponse({"shared-customer", "erased"})
  public Page<VersionView> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    CustomerId customer = new CustomerId(id);
    @Nullable Integer before =
        page.after().map(cursor -> Math.toIntExact(cursor.number(0))).orElse(null);
    int fetch = page.fetch();
    Visibility visibility = rights.visibility();
    customers.find(customer, visibility).orElseThrow(() -> rights.missing(id));
    Set<Integer> hidden = unions.versionsHiddenFrom(visibility, customer);
    if (hidden.contains(1)) {
      throw Problem.of(SHARED);
    }
    List<RecordedVersion> found =
        versions.list(customer, before, fetch).stream()
            .map(one -> hidden.contains(one.provenance().version()) ? one.hidden() : one)
            .toList();
    return Page.of(views(found), page, version -> Cursor.of(version.version()));
  }

  /** Each with the one before it; the last is the first version, or only says how the next was. */
  private List<VersionView> views(List<RecordedVersion> found) {
    boolean staff = rights.isStaff();
    List<VersionView> views = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      @Nullable RecordedVersion former = i + 1 < found.size() ? found.get(i + 1) : null;
      views.add(VersionView.of(found.get(i), former, staff));
    }
    return views;
  }
}
