package io.github.langgan.customer.registration;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.idempotency.KeyFilter;
import io.github.langgan.chassis.json.StrictJson;
import io.github.langgan.chassis.problem.Language;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.representation.BodyReader;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/customers/batch")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class BatchResource {

  static final int MOST = 1_000;

  private final RegisterCustomers register;
  private final StrictJson json;
  private final BodyReader reader;
  private final CallerRights rights;

  BatchResource(
      RegisterCustomers register, StrictJson json, BodyReader reader, CallerRights rights) {
    this.register = register;
    this.json = json;
    this.reader = reader;
    this.rights = rights;
  }

  @POST
  @Idempotent(required = false)
  @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
  @PermissionsAllowed("customers:write")
  @RequestBodySchema(RegisterBatch.class)
  @Operation(
      operationId = "registerCustomers",
      summary = "Register up to 1,000 customers",
      description =
          "Each item is registered or refused for itself, in the order of the request; the answer"
              + " has one result per item in the same order. With an Idempotency-Key items need no"
              + " identifier.")
  public BatchResult register(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @HeaderParam(KeyFilter.HEADER) @Parameter(hidden = true) @Nullable String key,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String language) {
    Batch batch = new Batch(reader, key != null);
    json.itemsOrLines(body, contentType, RegisterCustomer.class, MOST).forEachRemaining(batch::add);
    var results =
        register.register(batch.registrations(), rights.registrant(), rights.visibility());
    return batch.result(results, Language.preferred(language));
  }
}
