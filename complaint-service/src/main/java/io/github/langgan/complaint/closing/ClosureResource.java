package io.github.langgan.complaint.closing;

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
public class ClosureResource {

  private final CloseCase closeCase;
  private final Caller caller;

  ClosureResource(CloseCase closeCase, Caller caller) {
    this.closeCase = closeCase;
    this.caller = caller;
  }

  @POST
  @Path("{caseId}/closure")
  @Idempotent(required = false)
  @PermissionsAllowed("cases:write")
  @AnswersPosition
  @Operation(
      operationId = "closeCase",
      summary = "Close a case",
      description = "Nothing is left to do. A resolved case can be closed, once.")
  @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "Closed")
  @ProblemResponse("illegal-case-state")
  public Response close(@PathParam("caseId") UUID caseId) {
    StaffOnly.check(caller);
    return CaseAnswer.changed(closeCase.close(new CaseId(caseId)));
  }
}
