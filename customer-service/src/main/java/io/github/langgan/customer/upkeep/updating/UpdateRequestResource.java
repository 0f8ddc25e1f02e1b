package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.CustomerId;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For the company's own staff: who has a token sees what all partners said of the customer. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class UpdateRequestResource {

  private static final ProblemType RESTRICTED = ProblemType.of("customer-restricted");
  private static final ProblemType DECEASED = ProblemType.of("customer-deceased");

  private final OpenUpdateRequest openRequest;
  private final RevokeUpdateRequest revokeRequest;
  private final UpdateRequests requests;
  private final AskedCustomers asked;
  private final CallerRights rights;
  private final Clock clock;

  UpdateRequestResource(
      OpenUpdateRequest openRequest,
      RevokeUpdateRequest revokeRequest,
      UpdateRequests requests,
      AskedCustomers asked,
      CallerRights rights,
      Clock clock) {
    this.openRequest = openRequest;
    this.revokeRequest = revokeRequest;
    this.requests = requests;
    this.asked = asked;
    this.rights = rights;
    this.clock = clock;
  }

  @POST
  @Path("{id}/update-requests")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent(confidential = true)
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "openUpdateRequest",
      summary = "Ask a customer to bring its record up to date",
      description =
          "Answers a token that lets the customer see and put right its own record, once, under"
              + " /v1/own-record. Send it to the customer; we don't. For the company's own staff.")
  @APIResponseSchema(value = OpenedView.class, responseCode = "201")
  @ProblemResponse({"customer-restricted", "customer-deceased", "erased"})
  public Response open(@PathParam("id") UUID id, @Valid @NotNull OpenUpdateRequestBody body) {
    String by = rights.staff().who();
    return switch (openRequest.open(id, body.duration(), by)) {
      case OpeningResult.Opened(var request, var token) ->
          Response.created(URI.create("/v1/customers/" + id + "/update-requests/" + request.id()))
              .header("Cache-Control", "no-store")
              .entity(OpenedView.of(request, token))
              .build();
      case OpeningResult.UnknownCustomer unknown -> throw rights.missing(id);
      case OpeningResult.CustomerRestricted restricted -> throw Problem.of(RESTRICTED);
      case OpeningResult.CustomerDeceased deceased -> throw Problem.of(DECEASED);
    };
  }

  @GET
  @Path("{id}/update-requests")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "listUpdateRequests",
      summary = "List what a customer was asked to bring up to date",
      description =
          "Newest first; also what was asked for records that were merged into it. For the company's"
              + " own staff.")
  @ProblemResponse("erased")
  public Page<UpdateRequestView> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    List<UpdateRequest> found = requests.of(survivor(id), before, fetch);
    Instant now = clock.instant();
    return Page.of(found, page, request -> Cursor.of(request.id()))
        .map(request -> UpdateRequestView.of(request, now));
  }

  @GET
  @Path("{id}/update-requests/{requestId}")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "getUpdateRequest",
      summary = "Look at what a customer was asked",
      description = "Without the token. For the company's own staff.")
  @ProblemResponse("erased")
  public UpdateRequestView get(@PathParam("id") UUID id, @PathParam("requestId") UUID requestId) {
    return requests
        .of(survivor(id), requestId)
        .map(request -> UpdateRequestView.of(request, clock.instant()))
        .orElseThrow(Problem::notFound);
  }

  @DELETE
  @Path("{id}/update-requests/{requestId}")
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "revokeUpdateRequest",
      summary = "Take back what a customer was asked",
      description = "Its token lets nobody in any more. For the company's own staff.")
  @APIResponse(responseCode = "204", description = "Taken back")
  @ProblemResponse({"update-request-answered", "erased"})
  public void revoke(@PathParam("id") UUID id, @PathParam("requestId") UUID requestId) {
    rights.staff();
    switch (revokeRequest.revoke(id, requestId)) {
      case RevocationResult.Revoked revoked -> {}
      case RevocationResult.UnknownRequest unknown -> throw rights.missing(id);
      case RevocationResult.AlreadyAnswered(var request) -> throw UpdateProblems.answered(request);
    }
  }

  private CustomerId survivor(UUID id) {
    rights.staff();
    return asked.customer(id).id();
  }
}
