package io.github.langgan.customer.consent;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.consent.ConsentActs;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/contact-permissions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consent")
public class PermissionResource {

  private final Permissions permissions;
  private final Purposes purposes;
  private final ConsentActs acts;
  private final Customers customers;
  private final CallerRights rights;

  PermissionResource(
      Permissions permissions,
      Purposes purposes,
      ConsentActs acts,
      Customers customers,
      CallerRights rights) {
    this.permissions = permissions;
    this.purposes = purposes;
    this.acts = acts;
    this.customers = customers;
    this.rights = rights;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("consents:read")
  @Operation(
      operationId = "getContactPermissions",
      summary = "Ask whether many customers may be contacted",
      description =
          "Before a mailing: for one purpose, over one channel. It only reads, and may be asked"
              + " again.")
  @APIResponseSchema(PermissionsView.class)
  public PermissionsView ask(@Valid @NotNull PermissionsBody body) {
    Purpose purpose =
        purposes
            .find(Objects.requireNonNull(body.purpose()))
            .orElseThrow(() -> Problem.invalid("/purpose", "unknown", "is no purpose"));
    List<UUID> asked = Objects.requireNonNull(body.customerIds());
    Map<UUID, UUID> survivors = acts.survivors(asked);
    List<CustomerId> now =
        asked.stream()
            .map(id -> survivors.getOrDefault(id, id))
            .distinct()
            .map(CustomerId::new)
            .toList();
    List<Customer> known = customers.seenWhole(now, rights.visibility());
    Map<UUID, PermissionView> answers =
        permissions
            .of(known, purpose, Objects.requireNonNull(body.channel()), Moment.on(body.on()))
            .stream()
            .collect(Collectors.toMap(PermissionView::customerId, Function.identity()));
    return new PermissionsView(
        asked.stream()
            .map(id -> new PermissionsView.Item(id, answers.get(survivors.getOrDefault(id, id))))
            .toList());
  }
}
