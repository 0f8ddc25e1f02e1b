package io.github.langgan.customer.merging;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.access.CallerRights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/merges")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Merging", description = "Two records of one customer become one, and two again")
public class MergeResource {

  private static final String SCOPE = "customers:merge";
  private static final ProblemType MERGED = ProblemType.of("already-merged");
  private static final ProblemType KINDS = ProblemType.of("different-kinds");
  private static final ProblemType NEVER_MATCH = ProblemType.of("never-match");
  private static final ProblemType UNDONE = ProblemType.of("merge-undone");
  private static final ProblemType BUILT_UPON = ProblemType.of("merge-built-upon");

  private final MergeCustomers mergeCustomers;
  private final ProposeMerge proposeMerge;
  private final UndoMerge undoMerge;
  private final MergeQuery merges;
  private final Operations operations;
  private final CallerRights rights;

  MergeResource(
      MergeCustomers mergeCustomers,
      ProposeMerge proposeMerge,
      UndoMerge undoMerge,
      MergeQuery merges,
      Operations operations,
      CallerRights rights) {
    this.mergeCustomers = mergeCustomers;
    this.proposeMerge = proposeMerge;
    this.undoMerge = undoMerge;
    this.merges = merges;
    this.operations = operations;
    this.rights = rights;
  }

  @POST
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "mergeCustomers",
      summary = "Merge two records of one customer",
      description =
          "The merged record's id means the survivor from then on, in all services; the answer"
              + " names the operation, which ends when all have done their part. With dryRun"
              + " nothing changes: each service says what it would do. Two of whom somebody said that"
              + " they must never match are merged only when that is asked for.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; Location says where to look",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @ProblemResponse({"already-merged", "different-kinds", "never-match"})
  public Response merge(
      @Valid MergeRequest request,
      @QueryParam("dryRun")
          @Parameter(
              description = "Only say what would happen",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String dryRun) {
    if (request.survivor().equals(request.merged())) {
      throw Problem.invalid("/merged", "same", "must not be the survivor");
    }
    var by = rights.staff();
    MergeResult result =
        Flag.of("dryRun", dryRun)
            ? proposeMerge.propose(request, by)
            : mergeCustomers.merge(request, by);
    return switch (result) {
      case MergeResult.Begun(var id) -> begun(id);
      case MergeResult.UnknownCustomer(var field) ->
          throw Problem.invalid("/" + field, "unknown", "no such customer");
      case MergeResult.AlreadyMerged(var record, var into) ->
          throw Problem.of(MERGED).with("customerId", record).with("mergedInto", into);
      case MergeResult.NeverMatch(var never) ->
          throw Problem.of(NEVER_MATCH).with("neverMatchId", never);
      case MergeResult.DifferentKinds() -> throw Problem.of(KINDS);
    };
  }

  @POST
  @Path("{id}/undo")
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "undoMerge",
      summary = "Undo a merge",
      description =
          "Both are customers of their own again. What came later goes to the record whose id,"
              + " card or contact it came by; what can't be assigned stays with the survivor and"
              + " is listed under conflicts. A merge that a later one was built upon is undone"
              + " after it.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; Location says where to look",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @ProblemResponse({"merge-undone", "merge-built-upon", "erased", "not-found"})
  public Response undo(
      @PathParam("id") UUID id,
      @QueryParam("neverMatch")
          @Parameter(
              description =
                  "The two are never again to be found to be one, as POST /v1/never-matches says it",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String neverMatch) {
    UndoResult result = undoMerge.undo(id, Flag.of("neverMatch", neverMatch), rights.staff());
    return switch (result) {
      case UndoResult.Begun(var merge) -> begun(merge);
      case UndoResult.UnknownMerge() -> throw Problem.notFound();
      case UndoResult.AlreadyUndone() -> throw Problem.of(UNDONE);
      case UndoResult.CustomerErased() -> throw Problem.of(Problems.ERASED);
      case UndoResult.BuiltUpon(var later) -> throw Problem.of(BUILT_UPON).with("mergeId", later);
    };
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "getMerge",
      summary = "Look at a merge or a dry run",
      description = "How far each service is, and what it did or would do.")
  public MergeView get(@PathParam("id") UUID id) {
    return merges.find(id).orElseThrow(Problem::notFound);
  }

  @GET
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "listMerges",
      summary = "List merges",
      description = "The newest first, also those that were undone; all, or those of a customer.")
  @ProblemResponse({"not-found", "erased"})
  public Page<MergeView> list(
      @BeanParam PageRequest page,
      @QueryParam("customerId") @Parameter(description = "The survivor or the merged one")
          @Nullable UUID customerId) {
    rights.requireNotErased(customerId);
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    return Page.of(
        merges.list(customerId, before, page.fetch()), page, merge -> Cursor.of(merge.mergeId()));
  }

  private Response begun(UUID id) {
    MergeView merge = merges.find(id).orElseThrow();
    return Response.accepted(merge).location(operations.location(merge.operationId())).build();
  }
}
