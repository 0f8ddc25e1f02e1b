package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.problem.Problem;
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

@Path("/v1/intakes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Intakes")
public class IntakeResource {

  private final Intakes intakes;
  private final IntakeViews views;

  IntakeResource(Intakes intakes, IntakeViews views) {
    this.intakes = intakes;
    this.views = views;
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getIntake",
      summary = "Read a form that was taken in",
      description =
          "As it was sent, and how it differs from the customer's record at the moment. Partners see"
              + " what they sent, customers what they handed in.")
  public IntakeView get(@PathParam("id") UUID id) {
    @Nullable String sender = views.sender();
    return intakes
        .find(id)
        .filter(intake -> sender == null || sender.equals(intake.by().partner()))
        .map(views::of)
        .orElseThrow(Problem::notFound);
  }
}
