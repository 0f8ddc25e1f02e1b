package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.tier.TierScheme;
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
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tiers", description = "Levels that members rise to by what they buy, and fall from")
public class TierSchemeResource {

  private final Programs programs;
  private final WriteTierScheme writeTierScheme;

  TierSchemeResource(Programs programs, WriteTierScheme writeTierScheme) {
    this.programs = programs;
    this.writeTierScheme = writeTierScheme;
  }

  @POST
  @Path("{programId}/tier-schemes")
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "writeTierScheme",
      summary = "Write a version of a program's tiers",
      description =
          "What members bought before counts too: from its time on each has the tier that it would"
              + " have if the first version had always been. Later versions count from their time"
              + " on; a tier that they know by its code stays as long as it was valid.")
  @APIResponse(
      responseCode = "201",
      description = "Written",
      content = @Content(schema = @Schema(implementation = TierSchemeView.class)))
  public Response write(
      @PathParam("programId") UUID programId, @Valid WriteTierSchemeRequest request) {
    TierScheme scheme =
        writeTierScheme.write(new ProgramId(programId), request).orElseThrow(Problem::notFound);
    return Response.created(
            URI.create("/v1/loyalty/programs/" + programId + "/tier-schemes/" + scheme.version()))
        .entity(TierSchemeView.from(scheme))
        .build();
  }

  @GET
  @Path("{programId}/tier-schemes")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listTierSchemes",
      summary = "List all versions of a program's tiers",
      description = "The first version first; none: the program has no tiers.")
  public Page<TierSchemeView> list(@PathParam("programId") UUID programId) {
    return new Page<>(
        program(programId).tierSchemes().stream()
            .sorted(Comparator.comparing(TierScheme::version))
            .map(TierSchemeView::from)
            .toList(),
        null);
  }

  @GET
  @Path("{programId}/tier-schemes/{version}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getTierScheme",
      summary = "Read a version of a program's tiers",
      description = "As it was written: versions never change.")
  public TierSchemeView get(
      @PathParam("programId") UUID programId, @PathParam("version") int version) {
    return program(programId).tierSchemes().stream()
        .filter(scheme -> scheme.version() == version)
        .findFirst()
        .map(TierSchemeView::from)
        .orElseThrow(Problem::notFound);
  }

  private Program program(UUID id) {
    return programs.find(new ProgramId(id)).orElseThrow(Problem::notFound);
  }
}
