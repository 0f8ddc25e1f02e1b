package io.github.langgan.complaint.acknowledging;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.representation.CaseAnswer;
import io.github.langgan.complaint.representation.CaseView;
import io.github.langgan.complaint.representation.StaffOnly;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cases")
public class AcknowledgementResource {

  private final AcknowledgeCase acknowledgeCase;
  private final Caller caller;

  AcknowledgementResource(AcknowledgeCase acknowledgeCase, Caller caller) {
    this.acknowledgeCase = acknowledgeCase;
    this.caller = caller;
  }

  @POST
  @Path("{caseId}/acknowledgement")
  @Idempotent(required = false)
  @PermissionsAllowed("cases:write")
  @AnswersPosition
  @Operation(
      operationId = "acknowledgeCase",
      summary = "Acknowledge a case",
      description = "Says that someone takes care. An open case can be acknowledged, once.")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "200",
      responseDescription = "Acknowledged")
  @ProblemResponse("illegal-case-state")
  public Response acknowledge(@PathParam("caseId") UUID caseId) {
    StaffOnly.check(caller);
    return CaseAnswer.changed(acknowledgeCase.acknowledge(new CaseId(caseId)));
  }
}
