package io.github.langgan.profile.interaction;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.idempotency.NotYet;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.profile.interaction.RecordInteraction.Noted;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.Interaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agents and partners note their contacts with customers. */
@Path("/v1/interactions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Interactions", description = "Contacts with customers over a channel")
public class InteractionResource {

  private static final ProblemType UNKNOWN_CUSTOMER = ProblemType.of("unknown-customer");
  private static final Duration JUST_REGISTERED = Duration.ofSeconds(2);

  private final RecordInteraction recordInteraction;
  private final Customers customers;
  private final Clock clock;

  InteractionResource(RecordInteraction recordInteraction, Customers customers, Clock clock) {
    this.recordInteraction = recordInteraction;
    this.customers = customers;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("interactions:write")
  @AnswersPosition
  @Operation(
      operationId = "recordInteraction",
      summary = "Note a contact with a customer",
      description =
          "Notes a call, a visit, a message; the customer's timeline then tells of it. Of somebody"
              + " whom only a device or a prepaid number stands for, it waits until that identifier"
              + " is a customer's.")
  @APIResponseSchema(
      value = InteractionView.class,
      responseCode = "201",
      responseDescription = "Noted")
  @ProblemResponse("unknown-customer")
  public Response record(@Valid InteractionRequest request) {
    Instant now = clock.instant();
    if (request.occurredAt().isAfter(now.plus(Duration.ofDays(1)))) {
      throw Problem.invalid("/occurredAt", "future", "must not lie more than a day ahead");
    }
    Noted noted = record(request, now);
    Response.ResponseBuilder answer =
        Response.status(Response.Status.CREATED).entity(InteractionView.from(noted.interaction()));
    if (noted.position() != null) {
      answer.header(ReadAfter.POSITION_HEADER, noted.position());
    }
    return answer.build();
  }

  private Noted record(InteractionRequest request, Instant now) {
    @Nullable UUID customer = request.customerId();
    if ((customer == null) == (request.identifier() == null)) {
      throw Problem.invalid(
          "/customerId", "exactly-one", "must stand there, or identifier, but not both");
    }
    Interaction said =
        new Interaction(
            UuidV7.next(),
            request.channel(),
            request.direction().name(),
            request.occurredAt(),
            now,
            request.summary(),
            null);
    if (customer == null) {
      return recordInteraction.record(said, request.identifier().reference());
    }
    if (!customers.knows(customer)) {
      throw new NotYet(unknownCustomer(), () -> customers.knows(customer), JUST_REGISTERED);
    }
    return recordInteraction
        .record(said, customer)
        .orElseThrow(InteractionResource::unknownCustomer);
  }

  private static Problem unknownCustomer() {
    return Problem.of(UNKNOWN_CUSTOMER)
        .withError("/customerId", "unknown", "must be the id of a customer");
  }
}
