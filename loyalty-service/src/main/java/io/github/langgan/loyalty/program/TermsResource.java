package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.Terms;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programs")
public class TermsResource {

  private final Programs programs;
  private final WriteTerms writeTerms;

  TermsResource(Programs programs, WriteTerms writeTerms) {
    this.programs = programs;
    this.writeTerms = writeTerms;
  }

  @POST
  @Path("{programId}/versions")
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "writeTerms",
      summary = "Write a version of a program's terms",
      description =
          "Counts for purchases made while it is in force, whenever they are reported. What earned"
              + " already stays as it is, and is taken back by the terms that it earned by.")
  @APIResponse(
      responseCode = "201",
      description = "Written",
      content = @Content(schema = @Schema(implementation = TermsView.class)))
  public Response write(@PathParam("programId") UUID programId, @Valid WriteTermsRequest request) {
    Terms terms =
        writeTerms.write(new ProgramId(programId), request).orElseThrow(Problem::notFound);
    return Response.created(
            URI.create("/v1/loyalty/programs/" + programId + "/versions/" + terms.version()))
        .entity(TermsView.from(terms))
        .build();
  }

  @GET
  @Path("{programId}/versions")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listTerms",
      summary = "List all versions of a program's terms",
      description = "The first version first.")
  public Page<TermsView> list(@PathParam("programId") UUID programId) {
    return new Page<>(TermsView.allOf(program(programId)), null);
  }

  @GET
  @Path("{programId}/versions/{version}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getTerms",
      summary = "Read a version of a program's terms",
      description = "As it was written: versions never change.")
  public TermsView get(@PathParam("programId") UUID programId, @PathParam("version") int version) {
    return program(programId).terms().stream()
        .filter(terms -> terms.version() == version)
        .findFirst()
        .map(TermsView::from)
        .orElseThrow(Problem::notFound);
  }

  private Program program(UUID id) {
    return programs.find(new ProgramId(id)).orElseThrow(Problem::notFound);
  }
}
