package io.github.langgan.customer.directory.exporting;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.directory.CriterionReader;
import io.github.langgan.customer.directory.CustomerQuery;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  @APIResponse(
      responseCode = "200",
      description = "The customers",
      content = {
        @Content(
            mediaType = FileFormat.NDJSON_TYPE,
            schema = @Schema(type = SchemaType.STRING, maxLength = Integer.MAX_VALUE)),
        @Content(
            mediaType = FileFormat.CSV_TYPE,
            schema = @Schema(type = SchemaType.STRING, maxLength = Integer.MAX_VALUE),
            example =
                "kind,fullName,givenName,familyName,birthDate,gender,occupation,language,phone,"
                    + "identifier.acme,form,receivedAt,confidence,customerId,partner,registeredAt,"
                    + "changedAt,version\n"
                    + "PERSON,Siti Rahma,,,1990-04-21,,,id,'+628123456789,17850,MEMBER_CARD,"
                    + "2026-01-05T03:00:00Z,,0198c7a0-7c1e-7000-8000-000000000001,acme,"
                    + "2026-01-05T03:00:01Z,2026-01-05T03:00:01Z,1\n")
      })
  @ProblemResponse("not-acceptable")
  public Response export(@BeanParam CustomerQuery query, @Context Request request) {
    FileFormat format = FileFormat.asked(request);
    Criterion criterion = criteria.read(query);
    Visibility visibility = rights.visibility();
    StreamingOutput file = out -> exportCustomers.export(criterion, visibility, format, out);
    return Response.ok(file, format.type())
        .header(
            "Content-Disposition",
            "attachment; filename=\"customers."
                + format.name().toLowerCase(java.util.Locale.ROOT)
                + "\"")
        .build();
  }
}
