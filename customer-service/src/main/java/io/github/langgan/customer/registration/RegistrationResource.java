package io.github.langgan.customer.registration;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.idempotency.KeyFilter;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.registration.RegistrationResult.AlreadyRegistered;
import io.github.langgan.customer.registration.RegistrationResult.IdentifierTaken;
import io.github.langgan.customer.registration.RegistrationResult.Registered;
import io.github.langgan.customer.representation.BodyReader;
import io.github.langgan.customer.representation.CustomerView;
import io.github.langgan.customer.representation.IdentifierProblem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers", description = "Who our customers are, and how to reach them")
public class RegistrationResource {

  private final RegisterCustomers register;
  private final Customers customers;
  private final BodyReader reader;
  private final CallerRights rights;

  RegistrationResource(
      RegisterCustomers register, Customers customers, BodyReader reader, CallerRights rights) {
    this.register = register;
    this.customers = customers;
    this.reader = reader;
    this.rights = rights;
  }

  @POST
  @Idempotent(required = false)
  @PermissionsAllowed("customers:write")
  @AnswersPosition
  @Operation(
      operationId = "registerCustomer",
      summary = "Register a customer",
      description =
          "A customer has each of its identifiers for itself. The same registration again, by the"
              + " same partner, answers 200 with the customer as it is now. A registration that"
              + " names no identifier can't be told from that of somebody else and therefore needs"
              + " an Idempotency-Key.")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Registered before in the same words",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @ProblemResponse({"identifier-taken", "idempotency-key-missing"})
  public Response register(
      @Valid RegisterCustomer request,
      @HeaderParam(KeyFilter.HEADER) @Parameter(hidden = true) @Nullable String key) {
    Registration registration = request.toRegistration(reader);
    if (key == null && !registration.hasNaturalKey()) {
      throw RegisterCustomer.noNaturalKey();
    }
    return switch (register(registration)) {
      case Registered registered ->
          Response.created(URI.create("/v1/customers/" + registered.customer().id()))
              .header(ReadAfter.POSITION_HEADER, registered.position())
              .tag(ETags.of(registered.customer().version()))
              .entity(CustomerView.from(registered.customer()))
              .build();
      case AlreadyRegistered known -> known(known);
      case IdentifierTaken(var identifier, var holder) ->
          throw IdentifierProblem.taken(identifier, holder);
    };
  }

  private RegistrationResult register(Registration registration) {
    return register
        .register(List.of(registration), rights.registrant(), rights.visibility())
        .getFirst();
  }

  private Response known(AlreadyRegistered known) {
    Customer customer = customers.find(known.id(), rights.visibility()).orElseThrow();
    return Response.ok(CustomerView.from(customer))
        .location(URI.create("/v1/customers/" + customer.id()))
        .tag(ETags.of(customer.version()))
        .build();
  }
}
