package io.github.langgan.loyalty.cardrange;

import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.CardRangeId;
import io.github.langgan.loyalty.model.card.CardRanges;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Card ranges", description = "Which cards a program has, and what they cost")
public class CardRangeResource {

  private final Programs programs;
  private final CardRanges ranges;
  private final CreateCardRange createCardRange;

  CardRangeResource(Programs programs, CardRanges ranges, CreateCardRange createCardRange) {
    this.programs = programs;
    this.ranges = ranges;
    this.createCardRange = createCardRange;
  }

  @POST
  @Path("{programId}/card-ranges")
  @Idempotent
  @PermissionsAllowed("loyalty:admin")
  @Operation(
      operationId = "createCardRange",
      summary = "Create a range of card numbers",
      description =
          "Physical or virtual cards, the company's own or co-branded ones. A program's cardPrefix"
              + " is its first range: virtual cards that cost nothing.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = CardRangeView.class)))
  public Response create(
      @PathParam("programId") UUID programId, @Valid CreateCardRangeRequest request) {
    CardRange range =
        createCardRange
            .create(program(programId), request)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "/prefix", "taken", "another range has numbers that begin with it"));
    return Response.created(
            URI.create("/v1/loyalty/programs/" + programId + "/card-ranges/" + range.id()))
        .entity(CardRangeView.from(range))
        .build();
  }

  @GET
  @Path("{programId}/card-ranges")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listCardRanges",
      summary = "List a program's ranges of card numbers",
      description = "The newest first.")
  public Page<CardRangeView> list(
      @PathParam("programId") UUID programId, @BeanParam PageRequest page) {
    CardRangeId after = page.after().map(cursor -> new CardRangeId(cursor.uuid(0))).orElse(null);
    int fetch = page.fetch();
    return Page.of(
        ranges.of(program(programId).id(), after, fetch).stream().map(CardRangeView::from).toList(),
        page,
        view -> Cursor.of(view.rangeId()));
  }

  @GET
  @Path("{programId}/card-ranges/{rangeId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getCardRange",
      summary = "Read a range of card numbers",
      description = "With what its cards cost, and who pays for a new piece.")
  public CardRangeView get(
      @PathParam("programId") UUID programId, @PathParam("rangeId") UUID rangeId) {
    return ranges
        .find(new CardRangeId(rangeId))
        .filter(range -> range.program().value().equals(programId))
        .map(CardRangeView::from)
        .orElseThrow(Problem::notFound);
  }

  private Program program(UUID id) {
    return programs.find(new ProgramId(id)).orElseThrow(Problem::notFound);
  }
}
