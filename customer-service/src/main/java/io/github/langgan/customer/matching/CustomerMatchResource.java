package io.github.langgan.customer.matching;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.Visibility;
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
@Tag(name = "Matching")
public class CustomerMatchResource {

  private static final int MOST = 200;

  private final AskedCustomers asked;
  private final Customers customers;
  private final MatchPairs pairs;
  private final PendingMatches pendingMatches;
  private final MatchRulesets rulesets;
  private final CallerRights rights;

  CustomerMatchResource(
      AskedCustomers asked,
      Customers customers,
      MatchPairs pairs,
      PendingMatches pendingMatches,
      MatchRulesets rulesets,
      CallerRights rights) {
    this.asked = asked;
    this.customers = customers;
    this.pairs = pairs;
    this.pendingMatches = pendingMatches;
    this.rulesets = rulesets;
    this.rights = rights;
  }

  @GET
  @Path("{id}/matches")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "listMatchesOfCustomer",
      summary = "List the records that may be of the same person",
      description =
          "Each with how surely it is, and why: how the two agree in each field, and what that"
              + " weighs. The 200 likeliest at the most. Partners see those that they registered,"
              + " and none of a customer that was merged with records that others registered.")
  @ProblemResponse("erased")
  public MatchesOfCustomerView ofCustomer(@PathParam("id") UUID id) {
    Visibility visibility = rights.visibility();
    CustomerId now = asked.customer(id).id();
    UUID one = now.value();
    boolean pending = pendingMatches.contains(now);
    MatchRules rules = rulesets.inForce();
    List<MatchRow> found =
        customers.seenWhole(List.of(now), visibility).isEmpty() ? List.of() : pairs.of(one, MOST);
    Map<UUID, Customer> others =
        customers
            .seenWhole(
                found.stream().map(row -> new CustomerId(row.otherThan(one))).toList(), visibility)
            .stream()
            .collect(Collectors.toMap(other -> other.id().value(), Function.identity()));
    return new MatchesOfCustomerView(
        found.stream()
            .filter(row -> others.containsKey(row.otherThan(one)))
            .map(row -> MatchView.of(row, one, nameOf(others.get(row.otherThan(one))), rules))
            .toList(),
        pending);
  }

  private static String nameOf(Customer customer) {
    return customer.particulars().name().full();
  }
}
