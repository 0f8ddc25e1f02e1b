package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.CompanyCalendar;
import io.github.langgan.customer.model.network.Relationship;
import io.github.langgan.customer.model.network.Relationships;
import io.github.langgan.customer.model.network.Relationships.Related;
import io.github.langgan.customer.model.network.Strength;
import io.github.langgan.customer.network.NetworkRights;
import io.github.langgan.customer.network.relationship.RelationshipResult.Changed;
import io.github.langgan.customer.network.relationship.RelationshipResult.EndedBefore;
import io.github.langgan.customer.network.relationship.RelationshipResult.EndsBeforeItBegins;
import io.github.langgan.customer.network.relationship.RelationshipResult.Established;
import io.github.langgan.customer.network.relationship.RelationshipResult.Overlaps;
import io.github.langgan.customer.network.relationship.RelationshipResult.SaidBefore;
import io.github.langgan.customer.network.relationship.RelationshipResult.UnknownRelationship;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/relationships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Network")
public class RelationshipResource {

  private static final ProblemType OVERLAP = ProblemType.of("relationship-overlap");
  private static final ProblemType ENDED = ProblemType.of("relationship-ended");

  private final EstablishRelationship establish;
  private final Relationships relationships;
  private final RelationshipReader reader;
  private final Nodes nodes;
  private final Strength strength;
  private final CompanyCalendar calendar;
  private final NetworkRights rights;

  RelationshipResource(
      EstablishRelationship establish,
      Relationships relationships,
      RelationshipReader reader,
      Nodes nodes,
      Strength strength,
      CompanyCalendar calendar,
      NetworkRights rights) {
    this.establish = establish;
    this.relationships = relationships;
    this.reader = reader;
    this.nodes = nodes;
    this.strength = strength;
    this.calendar = calendar;
    this.rights = rights;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("parties:write")
  @AnswersPosition
  @Operation(
      operationId = "establishRelationship",
      summary = "Say what one node of the network is to another",
      description =
          "Each node is a party or a customer; a retired id means the survivor. HOUSEHOLD and SPOUSE"
              + " have no direction. The same again, also from the other end of one without a"
              + " direction, answers 200; with other words for some of the same days it is refused."
              + " What a partner says is its own, beside what others say of the same two.")
  @APIResponse(
      responseCode = "201",
      description = "Established",
      content = @Content(schema = @Schema(implementation = RelationshipView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Said before in the same words",
      content = @Content(schema = @Schema(implementation = RelationshipView.class)))
  @ProblemResponse("relationship-overlap")
  public Response establish(@Valid @NotNull RelationshipBody body) {
    rights.viewer();
    return answer(establish.establish(() -> reader.read(body)));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("parties:read")
  @Operation(
      operationId = "getRelationship",
      summary = "Read a relationship",
      description = "Partners see those that they brought.")
  public RelationshipView get(@PathParam("id") UUID id) {
    return view(relationships.find(id, rights.viewer()).orElseThrow(Problem::notFound));
  }

  @POST
  @Path("{id}/confirmations")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("parties:write")
  @Operation(
      operationId = "confirmRelationship",
      summary = "Say that a relationship still is so",
      description =
          "And maybe how strong it is. By the day on which it was said, the last word counts. The"
              + " same again changes nothing.")
  @APIResponseSchema(value = RelationshipView.class, responseCode = "200")
  @ProblemResponse("relationship-ended")
  public Response confirm(@PathParam("id") UUID id, @Valid @NotNull ConfirmationBody body) {
    List<FieldError> errors = new ArrayList<>();
    LocalDate on = reader.confirmedOn(body.confirmedOn(), calendar.today(), errors);
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION).withErrors(errors);
    }
    return answer(establish.confirm(id, rights.viewer(), on, body.strength(), rights.registrant()));
  }

  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("parties:write")
  @AnswersPosition
  @Operation(
      operationId = "endRelationship",
      summary = "End a relationship",
      description =
          "It stays, with its end. The same end again changes nothing; to take back one that never"
              + " was, end it on the day on which it began.")
  @APIResponseSchema(value = RelationshipView.class, responseCode = "200")
  @ProblemResponse("relationship-ended")
  public Response end(@PathParam("id") UUID id, @Valid @NotNull EndBody body) {
    return answer(
        establish.end(
            id,
            rights.viewer(),
            Objects.requireNonNull(body.validUntil()),
            body.reason(),
            rights.registrant()));
  }

  private Response answer(RelationshipResult result) {
    return switch (result) {
      case Established(var related, var position) ->
          Response.created(URI.create("/v1/relationships/" + related.relationship().id()))
              .entity(view(related))
              .header(ReadAfter.POSITION_HEADER, position)
              .build();
      case SaidBefore(UUID id) ->
          Response.ok(get(id)).location(URI.create("/v1/relationships/" + id)).build();
      case Overlaps(UUID id) -> throw Problem.of(OVERLAP).with("relationshipId", id);
      case Changed(var related, var position) -> {
        Response.ResponseBuilder answer = Response.ok(view(related));
        position.ifPresent(at -> answer.header(ReadAfter.POSITION_HEADER, at));
        yield answer.build();
      }
      case EndedBefore(var until) -> {
        Problem ended = Problem.of(ENDED);
        throw until == null ? ended : ended.with("validUntil", until);
      }
      case EndsBeforeItBegins() ->
          throw Problem.invalid("/validUntil", "period", "must not lie before validFrom");
      case UnknownRelationship() -> throw Problem.notFound();
    };
  }

  private RelationshipView view(Related related) {
    Relationship one = related.relationship();
    return RelationshipView.of(
        related,
        strength.on(calendar.today(), one.strength(), one.confirmedOn()),
        nodes.of(List.of(related.from(), related.to())));
  }
}
