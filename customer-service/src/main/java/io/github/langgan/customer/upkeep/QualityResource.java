package io.github.langgan.customer.upkeep;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class QualityResource {

  private final AskedCustomers asked;
  private final Staleness staleness;
  private final Clock clock;

  QualityResource(AskedCustomers asked, Staleness staleness, Clock clock) {
    this.asked = asked;
    this.staleness = staleness;
    this.clock = clock;
  }

  @GET
  @Path("{id}/quality")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "getQuality",
      summary = "Judge how good a customer's record is",
      description =
          "A score from 0 to 100, and what is missing, stale or unsure. Of each aspect the best"
              + " value counts: its points times how sure its source is, half of that once it is"
              + " stale, half its points when nobody knows where it came from, and half of that again for an"
              + " address whose postal code is none that its country could have. A value is stale when"
              + " the source said it longer ago than the rule of its aspect allows. Partners are"
              + " told of what they see.")
  @APIResponseSchema(QualityView.class)
  @ProblemResponse("erased")
  public QualityView get(@PathParam("id") UUID id) {
    DocumentedCustomer customer = asked.documented(id);
    Instant now = clock.instant();
    return QualityView.from(customer.customer(), RecordQuality.of(customer, staleness, now), now);
  }
}
