package io.github.langgan.customer.webhook.replay;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.webhook.Webhooks;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks")
public class DeliveryResource {

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final ReplayMessages replay;
  private final SendTest sendTest;
  private final Operations operations;
  private final CallerRights rights;

  DeliveryResource(
      Webhooks webhooks,
      Deliveries deliveries,
      ReplayMessages replay,
      SendTest sendTest,
      Operations operations,
      CallerRights rights) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.replay = replay;
    this.sendTest = sendTest;
    this.operations = operations;
    this.rights = rights;
  }

  @GET
  @Path("{id}/deliveries")
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "List what was and is to be sent",
      description =
          "Newest first, with the attempts: those of the last thirty days. Ask for DEAD to see what"
              + " was given up, for WAITING to see what is tried.")
  public Page<DeliveryView> list(
      @PathParam("id") UUID id,
      @BeanParam PageRequest page,
      @QueryParam("state") @Parameter(description = "Those that are so far")
          @Nullable DeliveryState state) {
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    if (!webhooks.exists(id, rights.registrant().partner())) {
      throw Problem.notFound();
    }
    return Page.of(
        deliveries.list(id, state, before, fetch), page, one -> Cursor.of(one.messageId()));
  }

  @POST
  @Path("{id}/deliveries/{messageId}/redelivery")
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "redeliverWebhookMessage",
      summary = "Send a message again",
      description =
          "One that was delivered or given up, with the same id and all its attempts anew. One that"
              + " waits is tried at once, unless another of its key waits before it; doing it twice"
              + " has one effect.")
  @ProblemResponse("not-found")
  public void redeliver(@PathParam("id") UUID id, @PathParam("messageId") UUID messageId) {
    if (!replay.one(id, messageId, rights.registrant().partner())) {
      throw Problem.notFound();
    }
  }

  @POST
  @Path("{id}/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "replayWebhook",
      summary = "Send all messages of a time again",
      description =
          "As long work: those that were for this webhook and are not forgotten, with their ids,"
              + " those of one customer in their order, behind what waits already.")
  @APIResponse(responseCode = "202", description = "Started; Location says where to look")
  @ProblemResponse("not-found")
  public Response replay(@PathParam("id") UUID id, @Valid @NotNull ReplayBody body) {
    if (!body.from().isBefore(body.to())) {
      throw Problem.invalid("/until", "order", "must be after since");
    }
    UUID operation =
        replay
            .start(id, rights.registrant().partner(), body.from(), body.to())
            .orElseThrow(Problem::notFound);
    return Response.accepted().location(operations.location(operation)).build();
  }

  @POST
  @Path("{id}/test")
  @Idempotent
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "testWebhook",
      summary = "Send a message to try the receiver",
      description =
          "Of type webhook.test, by the way that all take; look for it in the deliveries.")
  @APIResponse(
      responseCode = "202",
      description = "It is on its way",
      content = @Content(schema = @Schema(implementation = SendTest.Sent.class)))
  @ProblemResponse("not-found")
  public Response test(@PathParam("id") UUID id) {
    SendTest.Sent sent =
        sendTest.send(id, rights.registrant().partner()).orElseThrow(Problem::notFound);
    return Response.accepted(sent).build();
  }
}
