package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programs", description = "What purchases are worth in points, and for how long")
public class ProgramResource {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final Programs programs;
  private final DraftCheck draftCheck;
  private final CreateProgram createProgram;
  private final Clock clock;

  ProgramResource(
      Programs programs, DraftCheck draftCheck, CreateProgram createProgram, Clock clock) {
    this.programs = programs;
    this.draftCheck = draftCheck;
    this.createProgram = createProgram;
    this.clock = clock;
  }

  @POST
  @Idempotent(required = false)
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "createProgram",
      summary = "Create a program",
      description =
          "Without an Idempotency-Key, the same description again answers the program that exists.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ProgramView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The program of that very description that exists already",
      content = @Content(schema = @Schema(implementation = ProgramView.class)))
  public Response create(@Valid CreateProgramRequest request, @Context HttpHeaders headers) {
    boolean once = headers.getHeaderString(IDEMPOTENCY_KEY) == null;
    return switch (createProgram.create(draftCheck.draft(request), once)) {
      case Creation.Created(Program program) ->
          answer(Response.created(URI.create("/v1/loyalty/programs/" + program.id())), program);
      case Creation.Existing(Program program) -> answer(Response.ok(), program);
      case Creation.CardPrefixTaken taken ->
          throw Problem.invalid(
              "/cardPrefix", "taken", "another range has numbers that begin with it");
    };
  }

  @GET
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listPrograms",
      summary = "List programs",
      description = "The newest first.")
  public Page<ProgramView> list(@BeanParam PageRequest page) {
    ProgramId after = page.after().map(cursor -> new ProgramId(cursor.uuid(0))).orElse(null);
    return Page.of(
        programs.page(after, page.fetch()).stream().map(this::view).toList(),
        page,
        view -> Cursor.of(view.programId()));
  }

  @GET
  @Path("{programId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getProgram",
      summary = "Read a program",
      description = "With the terms that are in force.")
  @APIResponse(
      responseCode = "200",
      description = "The program",
      content = @Content(schema = @Schema(implementation = ProgramView.class)))
  public Response get(@PathParam("programId") UUID programId) {
    return answer(
        Response.ok(), programs.find(new ProgramId(programId)).orElseThrow(Problem::notFound));
  }

  private Response answer(Response.ResponseBuilder response, Program program) {
    return response.tag(ETags.of(program.version())).entity(view(program)).build();
  }

  private ProgramView view(Program program) {
    return ProgramView.from(program, clock.instant());
  }
}
