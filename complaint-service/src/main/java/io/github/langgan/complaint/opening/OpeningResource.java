package io.github.langgan.complaint.opening;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.idempotency.NotYet;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.complaint.model.KnownCustomers;
import io.github.langgan.complaint.representation.CaseAnswer;
import io.github.langgan.complaint.representation.CaseView;
import io.github.langgan.complaint.representation.Self;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cases", description = "Inquiries and complaints")
public class OpeningResource {

  private static final ProblemType UNKNOWN_CUSTOMER = ProblemType.of("unknown-customer");
  private static final Duration JUST_REGISTERED = Duration.ofSeconds(2);

  private final OpenCase openCase;
  private final KnownCustomers customers;
  private final Self self;

  OpeningResource(OpenCase openCase, KnownCustomers customers, Self self) {
    this.openCase = openCase;
    this.customers = customers;
    this.self = self;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("cases:write")
  @AnswersPosition
  @Operation(
      operationId = "openCase",
      summary = "Open a case",
      description =
          "Starts the resolution clock. A customer who calls may open cases of its own only.")
  @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "Opened")
  @ProblemResponse("unknown-customer")
  public Response open(@Valid OpenCaseRequest request) {
    if (!self.maySee(request.customerId())) {
      throw unknown();
    }
    return switch (openCase.open(request.customer(), request.matter())) {
      case Opening.Opened opened -> CaseAnswer.created(opened.opened(), opened.position());
      case Opening.UnknownCustomer(var customer) ->
          throw new NotYet(unknown(), () -> customers.contains(customer), JUST_REGISTERED);
    };
  }

  /** The same for a customer that is missing and for one that is not the caller's to speak for. */
  private static Problem unknown() {
    return Problem.of(UNKNOWN_CUSTOMER).withError("/customerId", "unknown", "no such customer");
  }
}
