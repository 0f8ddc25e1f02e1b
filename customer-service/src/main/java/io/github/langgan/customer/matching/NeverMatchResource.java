package io.github.langgan.customer.matching;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.NeverMatches;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/never-matches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Matching")
public class NeverMatchResource {

  private final NeverMatches neverMatches;
  private final Customers customers;
  private final CallerRights rights;

  NeverMatchResource(NeverMatches neverMatches, Customers customers, CallerRights rights) {
    this.neverMatches = neverMatches;
    this.customers = customers;
    this.rights = rights;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "neverMatch",
      summary = "Say that two records are of two persons",
      description =
          "The pair leaves the matches at once and is never found again, whatever the rules, until"
              + " that is taken back. Said again, the first word stands.")
  @APIResponseSchema(value = NeverMatchView.class, responseCode = "201")
  @APIResponse(responseCode = "200", description = "Was said before")
  public Response say(@Valid @NotNull NeverMatchBody body) {
    if (body.customerId().equals(body.otherCustomerId())) {
      throw Problem.invalid("/otherCustomerId", "same", "must be another customer");
    }
    requireKnown(body.customerId(), "/customerId");
    requireKnown(body.otherCustomerId(), "/otherCustomerId");
    NeverMatches.Said said =
        neverMatches.say(
            body.customerId(), body.otherCustomerId(), body.reason(), rights.registrant().who());
    return Response.status(said.added() ? Response.Status.CREATED : Response.Status.OK)
        .entity(NeverMatchView.of(said.pair()))
        .build();
  }

  @GET
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "listNeverMatches",
      summary = "List the pairs that must never match",
      description = "The latest first.")
  @ProblemResponse({"not-found", "erased"})
  public Page<NeverMatchView> list(
      @BeanParam PageRequest page,
      @QueryParam("customerId") @Parameter(description = "Those of one customer")
          @Nullable UUID customerId) {
    rights.requireNotErased(customerId);
    NeverMatches.Pair after =
        page.after()
            .map(cursor -> NeverMatches.seen(cursor.instant(0), cursor.uuid(1)))
            .orElse(null);
    List<NeverMatches.Pair> found = neverMatches.list(customerId, after, page.fetch());
    return Page.of(found, page, pair -> Cursor.of(pair.saidAt(), pair.id()))
        .map(NeverMatchView::of);
  }

  @DELETE
  @Path("{id}")
  @PermissionsAllowed("customers:match")
  @Operation(
      operationId = "takeNeverMatchBack",
      summary = "Let two records be compared again",
      description = "They match again if the rules say so.")
  @APIResponse(responseCode = "204", description = "Taken back")
  public void takeBack(@PathParam("id") UUID id) {
    if (!neverMatches.takeBack(id)) {
      throw Problem.notFound();
    }
  }

  private void requireKnown(UUID id, String pointer) {
    if (customers.find(new CustomerId(id), rights.visibility()).isEmpty()) {
      throw Problem.invalid(pointer, "unknown", "is no customer");
    }
  }
}
