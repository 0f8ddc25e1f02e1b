package io.github.langgan.loyalty.returning;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.returning.ReturnEffects.Return;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/returns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Returns", description = "What returns undo")
public class ReturnResource {

  private static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));

  private final ReturnEffects effects;
  private final OwnCustomer ownCustomer;

  ReturnResource(ReturnEffects effects, OwnCustomer ownCustomer) {
    this.effects = effects;
    this.ownCustomer = ownCustomer;
  }

  @GET
  @Path("{transactionId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getReturn",
      summary = "Read what came of a return",
      description =
          "Each effect on points and vouchers, also those that can't be undone. Of vouchers: as all"
              + " returns of the purchase have left them.")
  public ReturnView get(@PathParam("transactionId") UUID transactionId) {
    return effects
        .find(transactionId)
        .filter(this::isVisible)
        .map(Return::view)
        .orElseThrow(Problem::notFound);
  }

  private boolean isVisible(Return found) {
    @Nullable CustomerId customer = found.customer();
    return ownCustomer.maySee(customer == null ? NOBODY : customer);
  }
}
