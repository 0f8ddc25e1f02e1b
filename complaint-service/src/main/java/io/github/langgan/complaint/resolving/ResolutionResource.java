package io.github.langgan.complaint.resolving;

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
import jakarta.validation.Valid;
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
public class ResolutionResource {

  private final ResolveCase resolveCase;
  private final Caller caller;

  ResolutionResource(ResolveCase resolveCase, Caller caller) {
    this.resolveCase = resolveCase;
    this.caller = caller;
  }

  @POST
  @Path("{caseId}/resolution")
  @Idempotent(required = false)
  @PermissionsAllowed("cases:write")
  @AnswersPosition
  @Operation(
      operationId = "resolveCase",
      summary = "Resolve a case",
      description =
          "Gives the answer and stops the resolution clock. Promised points are given by loyalty soon after.")
  @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "Resolved")
  @ProblemResponse("illegal-case-state")
  public Response resolve(@PathParam("caseId") UUID caseId, @Valid ResolutionRequest request) {
    StaffOnly.check(caller);
    return CaseAnswer.changed(
        resolveCase.resolve(new CaseId(caseId), request.summary(), request.promisedPoints()));
  }
}
