package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/intakes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Intakes", description = "Forms that customers filled in")
@APIResponse(
    responseCode = "201",
    description = "Taken in",
    content = @Content(schema = @Schema(implementation = IntakeView.class)))
@APIResponse(
    responseCode = "200",
    description = "Sent before in the same words",
    content = @Content(schema = @Schema(implementation = IntakeView.class)))
public class TakingInResource {

  private static final String ALL =
      " Whoever has one of its identifiers gets what the record lacks; nothing that stands there is"
          + " changed, what differs is answered. Nobody has one: a customer is registered. The same"
          + " form sent again is one intake.";

  private final FormAnswers answers;

  TakingInResource(FormAnswers answers) {
    this.answers = answers;
  }

  @POST
  @Path("warranty-cards")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "takeInWarrantyCard",
      summary = "Take in a warranty card",
      description = "It registers a product of the customer's." + ALL)
  @ProblemResponse({"intake-conflict", "identifier-taken", "different-kinds"})
  public Response warrantyCard(@Valid @NotNull WarrantyCardBody form) {
    return answers.to(form);
  }

  @POST
  @Path("credit-applications")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "takeInCreditApplication",
      summary = "Take in a credit application",
      description = "What the customer wants to borrow, and lives on." + ALL)
  @ProblemResponse({"intake-conflict", "identifier-taken", "different-kinds"})
  public Response creditApplication(@Valid @NotNull CreditApplicationBody form) {
    return answers.to(form);
  }

  @POST
  @Path("service-requests")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "takeInServiceRequest",
      summary = "Take in a service request",
      description = "A repair, a fitting or what else the customer asks for." + ALL)
  @ProblemResponse({"intake-conflict", "identifier-taken", "different-kinds"})
  public Response serviceRequest(@Valid @NotNull ServiceRequestBody form) {
    return answers.to(form);
  }

  @POST
  @Path("member-cards")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "takeInMemberCard",
      summary = "Take in an application for a member card",
      description = "The membership itself is opened under /v1/loyalty/memberships." + ALL)
  @ProblemResponse({"intake-conflict", "identifier-taken", "different-kinds"})
  public Response memberCard(@Valid @NotNull MemberCardBody form) {
    return answers.to(form);
  }

  @POST
  @Path("web-forms")
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "takeInWebForm",
      summary = "Take in a form of a web page",
      description = "What a visitor left there." + ALL)
  @ProblemResponse({"intake-conflict", "identifier-taken", "different-kinds"})
  public Response webForm(@Valid @NotNull WebFormBody form) {
    return answers.to(form);
  }
}
