package io.github.langgan.customer.matching;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Matching", description = "Records that are of one person")
public class MatchResource {

  private static final int MOST = 200;

  private final Customers customers;
  private final MatchPairs pairs;
  private final PendingMatches pendingMatches;
  private final CallerRights rights;
  private final MatchWeights weights = MatchWeights.initial();

  MatchResource(
      Customers customers, MatchPairs pairs, PendingMatches pendingMatches, CallerRights rights) {
    this.customers = customers;
    this.pairs = pairs;
    this.pendingMatches = pendingMatches;
    this.rights = rights;
  }

  @GET
  @Path("{id}/matches")
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listMatches",
      summary = "List the records that may be of the same person",
      description =
          "Each with how surely it is, and why: how the two agree in each field, and what that"
              + " weighs. SAME from 0.99, REVIEW from 0.5. The 200 likeliest at the most. Partners see"
              + " those that they registered.")
  public MatchesView list(@PathParam("id") UUID id) {
    Visibility visibility = rights.visibility();
    customers.find(new CustomerId(id), visibility).orElseThrow(Problem::notFound);
    boolean pending = pendingMatches.contains(new CustomerId(id));
    List<MatchPairs.Match> found = pairs.of(id, MOST);
    Map<UUID, Customer> others =
        customers
            .withIds(found.stream().map(match -> new CustomerId(match.customerId())).toList())
            .stream()
            .filter(visibility::includes)
            .collect(Collectors.toMap(other -> other.id().value(), Function.identity()));
    return new MatchesView(
        found.stream()
            .filter(match -> others.containsKey(match.customerId()))
            .map(match -> MatchView.of(others.get(match.customerId()), match, weights))
            .toList(),
        pending);
  }
}
