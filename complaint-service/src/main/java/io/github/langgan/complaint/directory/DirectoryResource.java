package io.github.langgan.complaint.directory;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.inbox.Freshness;
import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.complaint.directory.CaseDirectory.Listing;
import io.github.langgan.complaint.directory.CaseDirectory.Selection;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.CaseStatus;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.CustomerId;
import io.github.langgan.complaint.representation.CaseView;
import io.github.langgan.complaint.representation.Self;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cases")
public class DirectoryResource {

  private static final String LOYALTY = "crm.loyalty";
  private static final List<String> CAUSES = List.of("crm.complaint", LOYALTY);

  private final Cases cases;
  private final CaseDirectory directory;
  private final Positions positions;
  private final Freshnesses freshnesses;
  private final Aliases aliases;
  private final Caller caller;
  private final Self self;
  private final AskedSubjects asked;
  private final AnsweredIds answered;

  DirectoryResource(
      Cases cases,
      CaseDirectory directory,
      Positions positions,
      Freshnesses freshnesses,
      Aliases aliases,
      Caller caller,
      Self self,
      AskedSubjects asked,
      AnsweredIds answered) {
    this.cases = cases;
    this.directory = directory;
    this.positions = positions;
    this.freshnesses = freshnesses;
    this.aliases = aliases;
    this.caller = caller;
    this.self = self;
    this.asked = asked;
    this.answered = answered;
  }

  @GET
  @PermissionsAllowed("cases:read")
  @FollowsAliases
  @Operation(
      operationId = "listCases",
      summary = "List cases",
      description =
          "The newest first. A customer who calls sees its own. Of who was erased: erased for"
              + " staff, not found for all others; what the law keeps is read by its own id.")
  @ProblemResponse({"not-found", "erased"})
  public Page<CaseSummary> list(
      @BeanParam PageRequest page,
      @QueryParam("customerId")
          @Parameter(description = "Only cases of this customer, of the survivor after a merge")
          @Nullable UUID customerId,
      @QueryParam("status") @Parameter(description = "Only cases in this status")
          @Nullable CaseStatus status) {
    UUID customer = caller.isCustomer() ? caller.customerId().orElse(null) : customerId;
    if (caller.isCustomer() && (customer == null || isAnother(customerId))) {
      return new Page<>(List.of(), null);
    }
    if (customer != null) {
      asked.requireNotErased(customer);
    }
    var selection =
        new Selection(
            customer == null ? null : new CustomerId(customer),
            status,
            page.after().map(cursor -> cursor.uuid(0)).orElse(null));
    Listing found = directory.list(selection, page.fetch());
    if (customerId != null && found.of() != null) {
      answered.answer(customerId, found.of());
    }
    return Page.of(found.cases(), page, one -> Cursor.of(one.caseId()));
  }

  @GET
  @Path("{caseId}")
  @ReadsAfter
  @PermissionsAllowed("cases:read")
  @Operation(
      operationId = "getCase",
      summary = "Read a case",
      description =
          "With its clock, and what became of a promised compensation. With Prefer: wait and the"
              + " Langgan-Position of the resolution, loyalty's answer is waited for.")
  @APIResponseSchema(value = CaseView.class, responseCode = "200", responseDescription = "The case")
  public Response get(@PathParam("caseId") UUID caseId, @Context HttpHeaders headers) {
    CaseId id = new CaseId(caseId);
    Case first = visible(id);
    if (first.compensation() == null) {
      return answer(first, null);
    }
    var after = ReadAfter.of(headers);
    boolean reached = positions.await(LOYALTY, after.positionsOf(CAUSES), after.patience());
    return answer(visible(id), FreshnessView.from(freshness(first), !reached));
  }

  /** Loyalty may speak of the customer under each id that means it. */
  private Freshness freshness(Case shown) {
    return aliases.meaning(shown.owner().customer().value()).stream()
        .map(id -> freshnesses.of(id, List.of(LOYALTY)).get(LOYALTY))
        .min(Comparator.comparing(Freshness::asOf))
        .orElseThrow();
  }

  private boolean isAnother(@Nullable UUID asked) {
    return asked != null && !self.maySee(asked);
  }

  private Case visible(CaseId id) {
    Optional<Case> found = cases.withId(id);
    return found
        .filter(one -> self.maySee(one.owner().customer().value()))
        .orElseThrow(Problem::notFound);
  }

  private static Response answer(Case shown, @Nullable FreshnessView freshness) {
    return Response.ok(CaseView.from(shown, freshness)).tag(ETags.of(shown.version())).build();
  }
}
