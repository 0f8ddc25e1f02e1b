package io.github.langgan.customer.correction;

import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.MergePatch;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.representation.BodyReader;
import io.github.langgan.customer.representation.CustomerView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class CorrectionResource {

  private final CorrectCustomer correct;
  private final BodyReader reader;
  private final CallerRights rights;

  CorrectionResource(CorrectCustomer correct, BodyReader reader, CallerRights rights) {
    this.correct = correct;
    this.reader = reader;
    this.rights = rights;
  }

  @PATCH
  @Consumes(MergePatch.MEDIA_TYPE)
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "correctCustomer",
      summary = "Correct a customer",
      description =
          "Changes what the patch names. A patch that changes nothing leaves the version as it is."
              + " One that names a merged record corrects its survivor.")
  @APIResponseSchema(CustomerView.class)
  @RequestBodySchema(UpdateCustomer.class)
  @ProblemResponse({"identifier-taken", "shared-customer", "erased"})
  public Response correct(
      @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, MergePatch patch) {
    return CorrectionAnswer.of(
        correct.correct(
            new CustomerId(id),
            rights.visibility(),
            rights.registrant(),
            current -> correction(current, ifMatch, patch)),
        () -> rights.missing(id));
  }

  private Correction correction(Customer current, IfMatch ifMatch, MergePatch patch) {
    ifMatch.check(current.version());
    return patch
        .applyTo(UpdateCustomer.from(current))
        .toCorrection(current.particulars().kind(), reader);
  }
}
