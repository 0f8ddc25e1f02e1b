package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.customer.network.NetworkRights;
import io.github.langgan.customer.network.relationship.Ends.End;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Network")
public class CustomerNetworkResource {

  private final Ends ends;
  private final Neighbourhood neighbourhood;
  private final NetworkRights rights;

  CustomerNetworkResource(Ends ends, Neighbourhood neighbourhood, NetworkRights rights) {
    this.ends = ends;
    this.neighbourhood = neighbourhood;
    this.rights = rights;
  }

  @GET
  @Path("{id}/relationships")
  @PermissionsAllowed("parties:read")
  @FollowsAliases
  @Operation(
      operationId = "listRelationshipsOfCustomer",
      summary = "List the relationships of a customer",
      description =
          "Also those of the records that were merged into it and of the parties that it is. The"
              + " latest established first. Partners see those that they brought.")
  @ProblemResponse("erased")
  public Page<RelatedView> relationships(
      @PathParam("id") UUID id, @BeanParam PageRequest page, @BeanParam RelationshipQuery query) {
    return neighbourhood.list(() -> end(id), page, query);
  }

  @GET
  @Path("{id}/network")
  @PermissionsAllowed("parties:read")
  @FollowsAliases
  @Operation(
      operationId = "getNetworkOfCustomer",
      summary = "Read the network around a customer",
      description =
          "Everybody within depth relationships, in either direction, each once, with the strongest"
              + " of the shortest paths. Partners go by the relationships that they brought.")
  @ProblemResponse("erased")
  public NetworkView network(@PathParam("id") UUID id, @BeanParam NetworkQuery query) {
    return neighbourhood.around(() -> end(id), query);
  }

  /** Customers may see nothing here, not even themselves. */
  private End end(UUID id) {
    rights.viewer();
    return ends.ofCustomer(id);
  }
}
