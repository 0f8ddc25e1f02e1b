package io.github.langgan.customer.provenance;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class ProvenanceResource {

  private final AskedCustomers asked;
  private final CallerRights rights;

  ProvenanceResource(AskedCustomers asked, CallerRights rights) {
    this.asked = asked;
    this.rights = rights;
  }

  @GET
  @Path("{id}/provenance")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "getProvenance",
      summary = "Read where each value of a customer came from",
      description =
          "For each value of the record the version that brought it, the form, who reported it,"
              + " when the company got it and when it was recorded here, and how sure it is: as the"
              + " source said, else by the rule of its form. What came with a merged record keeps"
              + " that record's. Who exactly reported it is told to the company's own staff."
              + " Partners don't see where the values of others' records came from.")
  @APIResponseSchema(ProvenanceView.class)
  @ProblemResponse("erased")
  public Response get(@PathParam("id") UUID id) {
    DocumentedCustomer customer = asked.documented(id);
    return Response.ok(ProvenanceView.from(customer, rights.isStaff()))
        .tag(ETags.of(customer.customer().version()))
        .build();
  }
}
