package io.github.langgan.loyalty.proposition;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.PropositionState;
import io.github.langgan.loyalty.model.offer.Propositions;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/propositions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Propositions", description = "What is offered to whom, and what it brings")
public class PropositionResource {

  private static final ProblemType UNKNOWN_PROGRAM = ProblemType.of("unknown-program");

  private final Programs programs;
  private final Propositions propositions;
  private final CreateProposition createProposition;
  private final ChangeProposition changeProposition;

  PropositionResource(
      Programs programs,
      Propositions propositions,
      CreateProposition createProposition,
      ChangeProposition changeProposition) {
    this.programs = programs;
    this.propositions = propositions;
    this.createProposition = createProposition;
    this.changeProposition = changeProposition;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("propositions:admin")
  @Operation(
      operationId = "createProposition",
      summary = "Write a proposition",
      description =
          "As a draft: nothing is offered before it is activated. What it says is never changed:"
              + " end it, and write another one.")
  @APIResponse(
      responseCode = "201",
      description = "Written",
      content = @Content(schema = @Schema(implementation = PropositionView.class)))
  @ProblemResponse({"unknown-program", "proposition-does-not-pay"})
  public Response create(@Valid CreatePropositionRequest request) {
    Program program =
        programs
            .find(new ProgramId(requireNonNull(request.programId())))
            .orElseThrow(
                () ->
                    Problem.of(UNKNOWN_PROGRAM)
                        .withError("/programId", "unknown", "no such program"));
    Proposition proposition = createProposition.create(program, request);
    return answer(
        Response.created(URI.create("/v1/loyalty/propositions/" + proposition.id())), proposition);
  }

  @GET
  @PermissionsAllowed("propositions:read")
  @Operation(
      operationId = "listPropositions",
      summary = "List propositions",
      description = "The newest first, also those that have ended.")
  public Page<PropositionView> list(
      @QueryParam("programId") @Parameter(description = "Of this program only")
          @Nullable UUID programId,
      @BeanParam PageRequest page) {
    PropositionId after =
        page.after().map(cursor -> new PropositionId(cursor.uuid(0))).orElse(null);
    List<Proposition> found =
        propositions.page(programId == null ? null : new ProgramId(programId), after, page.fetch());
    return Page.of(
        found.stream().map(PropositionView::from).toList(),
        page,
        view -> Cursor.of(view.propositionId()));
  }

  @GET
  @Path("{propositionId}")
  @PermissionsAllowed("propositions:read")
  @Operation(
      operationId = "getProposition",
      summary = "Read a proposition",
      description = "With what it has spent of its budget.")
  @APIResponse(
      responseCode = "200",
      description = "The proposition",
      content = @Content(schema = @Schema(implementation = PropositionView.class)))
  public Response get(@PathParam("propositionId") UUID propositionId) {
    return answer(
        Response.ok(),
        propositions.find(new PropositionId(propositionId)).orElseThrow(Problem::notFound));
  }

  @POST
  @Path("{propositionId}/activation")
  @PermissionsAllowed("propositions:admin")
  @Operation(
      operationId = "activateProposition",
      summary = "Begin to offer a proposition",
      description = "Or go on with it after a pause.")
  @APIResponse(
      responseCode = "200",
      description = "Active, now or before",
      content = @Content(schema = @Schema(implementation = PropositionView.class)))
  @ProblemResponse("proposition-state")
  public Response activate(@PathParam("propositionId") UUID propositionId) {
    return become(propositionId, PropositionState.ACTIVE);
  }

  @POST
  @Path("{propositionId}/pause")
  @PermissionsAllowed("propositions:admin")
  @Operation(
      operationId = "pauseProposition",
      summary = "Pause a proposition",
      description = "Nothing is offered meanwhile. Offers that are open can be accepted.")
  @APIResponse(
      responseCode = "200",
      description = "Paused, now or before",
      content = @Content(schema = @Schema(implementation = PropositionView.class)))
  @ProblemResponse("proposition-state")
  public Response pause(@PathParam("propositionId") UUID propositionId) {
    return become(propositionId, PropositionState.PAUSED);
  }

  @POST
  @Path("{propositionId}/end")
  @PermissionsAllowed("propositions:admin")
  @Operation(
      operationId = "endProposition",
      summary = "End a proposition",
      description = "For good. Offers that are open can be accepted.")
  @APIResponse(
      responseCode = "200",
      description = "Ended, now or before",
      content = @Content(schema = @Schema(implementation = PropositionView.class)))
  @ProblemResponse("not-found")
  public Response end(@PathParam("propositionId") UUID propositionId) {
    return become(propositionId, PropositionState.ENDED);
  }

  @POST
  @Path("{propositionId}/budget")
  @Idempotent
  @PermissionsAllowed("propositions:admin")
  @Operation(
      operationId = "raiseBudget",
      summary = "Raise what a proposition may spend",
      description = "By so much; who was left out for want of budget is offered it by another run.")
  @APIResponse(
      responseCode = "200",
      description = "Raised",
      content = @Content(schema = @Schema(implementation = PropositionView.class)))
  @ProblemResponse("proposition-state")
  public Response raise(
      @PathParam("propositionId") UUID propositionId, @Valid RaiseBudgetRequest request) {
    BigDecimal cost = request.cost() == null ? BigDecimal.ZERO : new BigDecimal(request.cost());
    return answer(
        Response.ok(),
        changeProposition.raise(new PropositionId(propositionId), request.offers(), cost));
  }

  private Response become(UUID id, PropositionState state) {
    return answer(Response.ok(), changeProposition.become(new PropositionId(id), state));
  }

  private static Response answer(Response.ResponseBuilder response, Proposition proposition) {
    return response
        .tag(ETags.of(proposition.version()))
        .entity(PropositionView.from(proposition))
        .build();
  }
}
