package io.github.langgan.customer.directory.exporting;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.directory.CriterionReader;
import io.github.langgan.customer.directory.CustomerQuery;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.representation.FileAnswer;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A plain download: the answer is the file, so that nothing is kept and nothing goes stale. */
@Path("/v1/customers/export")
@RunOnVirtualThread
@Tag(name = "Customers")
public class ExportResource {

  private final ExportCustomers exportCustomers;
  private final CriterionReader criteria;
  private final CallerRights rights;

  ExportResource(ExportCustomers exportCustomers, CriterionReader criteria, CallerRights rights) {
    this.exportCustomers = exportCustomers;
    this.criteria = criteria;
    this.rights = rights;
  }

  @GET
  @Produces({FileFormat.NDJSON_TYPE, FileFormat.CSV_TYPE})
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "exportCustomers",
      summary = "Download customers",
      description =
          "Those that findCustomers would list, all of them, newest first, as they were at one"
              + " moment. POST /v1/imports takes the file as it is. In CSV an apostrophe stands"
              + " before cells that begin with = + - @, so that no spreadsheet runs them; an import"
              + " takes it away. CSV tells the order of a customer's e-mail addresses, telephone"
              + " numbers and postal addresses among themselves, not among each other.")
  @APIResponse(responseCode = "200", description = "The customers")
  @ProblemResponse("not-acceptable")
  public Response export(
      @BeanParam CustomerQuery query, @Context Request request, @Context HttpServerRequest line) {
    FileFormat format = FileFormat.asked(request);
    Criterion criterion = criteria.read(query);
    Visibility visibility = rights.visibility();
    StreamingOutput file = out -> exportCustomers.export(criterion, visibility, format, out);
    return FileAnswer.of(format, file, line)
        .header(
            "Content-Disposition",
            "attachment; filename=\"customers."
                + format.name().toLowerCase(java.util.Locale.ROOT)
                + "\"")
        .build();
  }
}
