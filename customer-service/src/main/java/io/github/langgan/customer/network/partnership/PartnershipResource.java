package io.github.langgan.customer.network.partnership;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.model.network.Parties;
import io.github.langgan.customer.model.network.Partnership;
import io.github.langgan.customer.model.network.Partnerships;
import io.github.langgan.customer.model.network.PartyId;
import io.github.langgan.customer.network.NetworkRights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Network")
public class PartnershipResource {

  private static final ProblemType TAKEN = ProblemType.of("partner-client-taken");
  private static final ProblemType NO_PARTNER = ProblemType.of("no-partner");

  private final RegisterClients register;
  private final Partnerships partnerships;
  private final Parties parties;
  private final NetworkRights rights;

  PartnershipResource(
      RegisterClients register, Partnerships partnerships, Parties parties, NetworkRights rights) {
    this.register = register;
    this.partnerships = partnerships;
    this.parties = parties;
    this.rights = rights;
  }

  @GET
  @Path("{id}/clients")
  @PermissionsAllowed("parties:read")
  @Operation(
      operationId = "getPartnerClients",
      summary = "Read by what programs a partner calls",
      description =
          "How its tokens name it, which clients the identity provider should know, with which"
              + " scopes, and where it is told of events. For the company's own staff.")
  public PartnershipView get(@PathParam("id") UUID id) {
    PartyId party = new PartyId(id);
    parties.find(party, rights.staff()).orElseThrow(Problem::notFound);
    return view(party);
  }

  @PUT
  @Path("{id}/clients")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("parties:admin")
  @Operation(
      operationId = "registerPartnerClients",
      summary = "Write down by what programs a partner calls",
      description =
          "The whole list. It is a register: who gets a token is for the identity provider to say,"
              + " which has to be told the same.")
  @ProblemResponse({"partner-client-taken", "no-partner"})
  public PartnershipView replace(@PathParam("id") UUID id, @Valid @NotNull PartnershipBody body) {
    body.repeated()
        .ifPresent(
            place -> {
              throw Problem.invalid(
                  "/clients/" + place + "/clientId", "repeated", "is there twice");
            });
    PartyId party = new PartyId(id);
    switch (register.replace(party, rights.staff(), body.toPartnership())) {
      case REGISTERED -> {}
      case UNKNOWN_PARTY -> throw Problem.notFound();
      case NO_PARTNER -> throw Problem.of(NO_PARTNER);
      case TAKEN -> throw Problem.of(TAKEN);
    }
    return view(party);
  }

  private PartnershipView view(PartyId party) {
    Partnership partnership = partnerships.of(party);
    return PartnershipView.of(partnership, partnerships.webhooksOf(partnership));
  }
}
