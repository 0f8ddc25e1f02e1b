package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.correction.CorrectCustomer;
import io.github.langgan.customer.correction.Correction;
import io.github.langgan.customer.correction.CorrectionAnswer;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.representation.CustomerView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class LifeEventResource {

  private final CorrectCustomer correct;
  private final LifeEventReader reader;
  private final CallerRights rights;

  LifeEventResource(CorrectCustomer correct, LifeEventReader reader, CallerRights rights) {
    this.correct = correct;
    this.reader = reader;
    this.rights = rights;
  }

  @POST
  @Path("{id}/moves")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "recordMove",
      summary = "Say that a customer has moved",
      description =
          "The new address takes the place of the old one, which stays in the history with the day"
              + " of the move. The same again changes nothing.")
  @APIResponseSchema(value = CustomerView.class, responseCode = "200")
  @ProblemResponse({"shared-customer", "erased"})
  public Response move(@PathParam("id") UUID id, @Valid @NotNull MoveBody body) {
    return happened(id, reader.move(body));
  }

  @POST
  @Path("{id}/job-changes")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "recordJobChange",
      summary = "Say that a customer has changed its job",
      description =
          "The occupation is replaced, contacts at the former work are taken away, those at the new"
              + " one added. Who employs whom is said in the network. The same again changes"
              + " nothing.")
  @APIResponseSchema(value = CustomerView.class, responseCode = "200")
  @ProblemResponse({"shared-customer", "erased"})
  public Response changeJob(@PathParam("id") UUID id, @Valid @NotNull JobChangeBody body) {
    return happened(id, reader.jobChange(body));
  }

  private Response happened(UUID id, ReportedEvent reported) {
    return CorrectionAnswer.of(
        correct.correct(
            new CustomerId(id),
            rights.visibility(),
            rights.registrant(),
            current -> correction(reported, current)),
        () -> rights.missing(id));
  }

  private static Correction correction(ReportedEvent reported, Customer current) {
    try {
      return reported.correct(current.particulars());
    } catch (InvalidValue invalid) {
      throw Problem.invalid("/" + invalid.field(), invalid.code(), invalid.explanation());
    }
  }
}
