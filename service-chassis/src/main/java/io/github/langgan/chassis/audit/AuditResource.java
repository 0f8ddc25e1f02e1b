package io.github.langgan.chassis.audit;

import io.github.langgan.chassis.http.OperatorPath;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail, for operators. */
@Path(OperatorPath.BASE + "/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operating", description = "For those who run the service")
public class AuditResource {

  private final AuditChain chain;

  public AuditResource(AuditChain chain) {
    this.chain = chain;
  }

  @GET
  @Path("verification")
  @PermissionsAllowed("operations:read")
  @Operation(
      operationId = "verifyAudit",
      summary = "Verify the audit trail",
      description = "Computes the chain of hashes again and says where it breaks, if it does.")
  public AuditVerification verify() {
    return chain.verify();
  }
}
