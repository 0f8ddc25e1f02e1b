package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Death;
import io.github.langgan.customer.model.Standings;
import io.github.langgan.customer.representation.DeceasedView;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.BeforeBirth;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.NeverReported;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.NoPerson;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.Reported;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.Revoked;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.UnknownCustomer;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class DeathResource {

  private final ReportDeath reportDeath;
  private final LifeEventReader reader;
  private final AskedCustomers asked;
  private final Standings standings;
  private final CallerRights rights;

  DeathResource(
      ReportDeath reportDeath,
      LifeEventReader reader,
      AskedCustomers asked,
      Standings standings,
      CallerRights rights) {
    this.reportDeath = reportDeath;
    this.reader = reader;
    this.asked = asked;
    this.standings = standings;
    this.rights = rights;
  }

  @PUT
  @Path("{id}/death")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "reportDeath",
      summary = "Report that a customer has died",
      description =
          "From then on nobody contacts it, for whatever purpose. The same again changes nothing;"
              + " another day takes the place of the one that was reported. A death of a record"
              + " counts for the customer that it is merged into. For the company's own staff.")
  @APIResponseSchema(DeceasedView.class)
  @ProblemResponse("erased")
  public Response report(@PathParam("id") UUID id, @Valid @NotNull DeathBody body) {
    String by = rights.staff().who();
    return answer(id, reportDeath.report(id, reader.death(body), by));
  }

  @GET
  @Path("{id}/death")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "getDeath",
      summary = "Read whether a customer has died",
      description = "Not found while nobody reported it.")
  @APIResponseSchema(DeceasedView.class)
  @ProblemResponse("erased")
  public DeceasedView get(@PathParam("id") UUID id) {
    Death death = standings.of(asked.customer(id).id()).death();
    if (death == null) {
      throw Problem.notFound();
    }
    return DeceasedView.of(death);
  }

  @DELETE
  @Path("{id}/death")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "revokeDeath",
      summary = "Take back that a customer has died",
      description =
          "What the customer said of being contacted counts again. What was known of its death"
              + " meanwhile stays known. For the company's own staff.")
  @APIResponse(responseCode = "204", description = "Taken back")
  @ProblemResponse("erased")
  public Response revoke(@PathParam("id") UUID id) {
    return answer(id, reportDeath.revoke(id, rights.staff().who()));
  }

  private Response answer(UUID id, DeathResult result) {
    return switch (result) {
      case Reported(var death, var position) -> {
        Response.ResponseBuilder answer = Response.ok(DeceasedView.of(death));
        position.ifPresent(at -> answer.header(ReadAfter.POSITION_HEADER, at));
        yield answer.build();
      }
      case Revoked(var position) ->
          Response.noContent().header(ReadAfter.POSITION_HEADER, position).build();
      case NoPerson() -> throw Problem.invalid("", "person-only", "an organisation does not die");
      case BeforeBirth() ->
          throw Problem.invalid("/diedOn", "before-birth", "must not lie before the birth date");
      case NeverReported() -> throw Problem.notFound();
      case UnknownCustomer() -> throw rights.missing(id);
    };
  }
}
