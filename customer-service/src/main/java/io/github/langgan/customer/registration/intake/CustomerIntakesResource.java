package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.model.Customer;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Intakes")
public class CustomerIntakesResource {

  private final Intakes intakes;
  private final IntakeViews views;
  private final AskedCustomers asked;

  CustomerIntakesResource(Intakes intakes, IntakeViews views, AskedCustomers asked) {
    this.intakes = intakes;
    this.views = views;
    this.asked = asked;
  }

  @GET
  @Path("{id}/intakes")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "listIntakesOfCustomer",
      summary = "List the forms of a customer",
      description =
          "The latest taken in first; also those of the records that were merged into it. The"
              + " products that it registered are those of its warranty cards. Partners see what they"
              + " sent.")
  @ProblemResponse("erased")
  public Page<IntakeView> list(
      @PathParam("id") UUID id,
      @BeanParam PageRequest page,
      @QueryParam("form") @Parameter(description = "Of this kind; of all if absent")
          @Nullable IntakeForm form) {
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    Customer customer = asked.customer(id);
    List<Intake> found = intakes.list(customer.id().value(), views.sender(), form, before, fetch);
    return Page.of(found, page, intake -> Cursor.of(intake.id()))
        .map(intake -> views.of(intake, customer));
  }
}
