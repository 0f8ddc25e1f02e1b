package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.representation.FileAnswer;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports")
public class ImportResource {

  private static final ProblemType ENDED = ProblemType.of("import-ended");

  private final CustomerImports imports;
  private final ImportResults results;
  private final ImportProgress progress;
  private final Operations operations;
  private final CallerRights rights;

  ImportResource(
      CustomerImports imports,
      ImportResults results,
      ImportProgress progress,
      Operations operations,
      CallerRights rights) {
    this.imports = imports;
    this.results = results;
    this.progress = progress;
    this.operations = operations;
    this.rights = rights;
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getImport",
      summary = "Look at an import",
      description = "Partners see their own imports, the company's staff all.")
  public ImportView get(@PathParam("id") UUID id) {
    return ImportView.of(visible(id), operations);
  }

  @GET
  @Path("{id}/results")
  @Produces({FileFormat.NDJSON_TYPE, FileFormat.CSV_TYPE})
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getImportResults",
      summary = "Download what came of the rows",
      description =
          "One line or row for each row of the file, in its order: its number, the line of the file"
              + " where it begins, its outcome, the customer, and why it was rejected. While the"
              + " import runs, what is known by now. Kept for 30 days after the import's end.")
  @APIResponse(responseCode = "200", description = "What came of the rows")
  @ProblemResponse("not-acceptable")
  public Response results(
      @PathParam("id") UUID id,
      @QueryParam("outcome") @Parameter(description = "Only these rows")
          @Nullable RowOutcome outcome,
      @Context Request request,
      @Context HttpServerRequest line) {
    CustomerImport file = visible(id);
    FileFormat format = FileFormat.asked(request);
    StreamingOutput lines = out -> write(file.id(), outcome, ResultWriter.of(format, out));
    return FileAnswer.of(format, lines, line).build();
  }

  @POST
  @Path("{id}/cancellation")
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "cancelImport",
      summary = "Cancel an import",
      description =
          "Customers that it registered by then stay. Cancelling again makes no difference.")
  @ProblemResponse("import-ended")
  public ImportView cancel(@PathParam("id") UUID id) {
    rights.registrant();
    CustomerImport file = visible(id);
    if (!progress.cancel(file)) {
      CustomerImport ended = visible(id);
      if (ended.state() != ImportState.CANCELLED) {
        throw Problem.of(ENDED, "The import has ended");
      }
    }
    return ImportView.of(visible(id), operations);
  }

  private CustomerImport visible(UUID id) {
    return imports
        .find(id, rights.visibility())
        .filter(file -> file.state() != ImportState.RECEIVING)
        .orElseThrow(Problem::notFound);
  }

  private void write(UUID importId, @Nullable RowOutcome outcome, ResultWriter writer)
      throws java.io.IOException {
    var piece = results.next(importId, 0, outcome);
    while (piece.isPresent()) {
      writer.write(piece.get(), outcome);
      piece = results.next(importId, piece.get().firstRow(), outcome);
    }
    writer.end();
  }
}
