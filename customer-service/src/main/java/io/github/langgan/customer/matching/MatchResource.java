package io.github.langgan.customer.matching;

import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Visibility;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/matches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Matching", description = "Records that are of one person")
public class MatchResource {

  private final Customers customers;
  private final MatchPairs pairs;
  private final MatchRulesets rulesets;
  private final CallerRights rights;

  MatchResource(
      Customers customers, MatchPairs pairs, MatchRulesets rulesets, CallerRights rights) {
    this.customers = customers;
    this.pairs = pairs;
    this.rulesets = rulesets;
    this.rights = rights;
  }

  @GET
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listMatches",
      summary = "List the pairs that are or may be of one person",
      description =
          "The likeliest first; those of band REVIEW wait for somebody to decide: merge them, or say"
              + " that they must never match. Partners see the pairs of which they registered"
              + " both, with all that was merged into them.")
  public Page<MatchView> list(@BeanParam PageRequest page, @BeanParam MatchQuery query) {
    MatchRules rules = rulesets.inForce();
    MatchRow last =
        page.after()
            .map(cursor -> MatchRow.seen(cursor.uuid(1), Double.parseDouble(cursor.text(0))))
            .orElse(null);
    List<MatchRow> found =
        pairs.list(
            query.from(rules.thresholds()),
            query.below(rules.thresholds()),
            rights.visibility(),
            last,
            page.fetch());
    return Page.of(found, page, row -> Cursor.of(row.probability(), row.id()))
        .map(row -> MatchView.of(row, row.one(), null, rules));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getMatch",
      summary = "Read why two records are or may be of one person",
      description =
          "Field by field, weight by weight. A pair that is found again keeps its id; one that is"
              + " not found any more answers 404.")
  public MatchView get(@PathParam("id") UUID id) {
    MatchRow row = pairs.find(id).orElseThrow(Problem::notFound);
    Visibility visibility = rights.visibility();
    List<CustomerId> both = List.of(new CustomerId(row.one()), new CustomerId(row.other()));
    if (customers.seenWhole(both, visibility).size() < both.size()) {
      throw Problem.notFound();
    }
    return MatchView.of(row, row.one(), null, rulesets.inForce());
  }
}
