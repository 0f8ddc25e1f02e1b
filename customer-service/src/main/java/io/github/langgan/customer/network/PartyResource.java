package io.github.langgan.customer.network;

import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.MergePatch;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.idempotency.KeyFilter;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.CompanyCalendar;
import io.github.langgan.customer.model.network.Parties;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.model.network.PartyCriteria;
import io.github.langgan.customer.model.network.PartyId;
import io.github.langgan.customer.network.PartyResult.AsWanted;
import io.github.langgan.customer.network.PartyResult.ErasedParty;
import io.github.langgan.customer.network.PartyResult.PartyKnown;
import io.github.langgan.customer.network.PartyResult.Stored;
import io.github.langgan.customer.network.PartyResult.UnknownParty;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Network", description = "Parties, and how they and customers are related")
public class PartyResource {

  private static final ProblemType KNOWN = ProblemType.of("party-known");

  private final RegisterParty register;
  private final Parties parties;
  private final PartyReader reader;
  private final NetworkRights rights;
  private final CompanyCalendar calendar;
  private final AnsweredIds answered;

  PartyResource(
      RegisterParty register,
      Parties parties,
      PartyReader reader,
      NetworkRights rights,
      CompanyCalendar calendar,
      AnsweredIds answered) {
    this.register = register;
    this.parties = parties;
    this.reader = reader;
    this.rights = rights;
    this.calendar = calendar;
    this.answered = answered;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent(required = false)
  @PermissionsAllowed("parties:write")
  @AnswersPosition
  @Operation(
      operationId = "registerParty",
      summary = "Register a party",
      description =
          "Any person or organisation in the network, customer or not. What a partner registers is"
              + " seen by it and by the company's own staff. The same again answers 200. A party"
              + " without identifiers that is no customer can't be told from another one, and"
              + " therefore needs an Idempotency-Key.")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Registered before in the same words",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @ProblemResponse({"party-known", "idempotency-key-missing"})
  public Response register(
      @Valid @NotNull PartyRegistration body,
      @HeaderParam(KeyFilter.HEADER) @Parameter(hidden = true) @Nullable String key) {
    rights.viewer();
    if (key == null && !body.hasNaturalKey()) {
      throw Problem.of(
          Problems.IDEMPOTENCY_KEY_MISSING,
          "A party without identifiers that is no customer needs an Idempotency-Key");
    }
    return answer(register.register(() -> reader.read(body), rights.registrant()), true);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("parties:read")
  @Operation(
      operationId = "getParty",
      summary = "Read a party",
      description = "Partners see the parties that they registered.")
  @APIResponseSchema(PartyView.class)
  public Response get(@PathParam("id") UUID id) {
    Party party = parties.find(new PartyId(id), rights.viewer()).orElseThrow(Problem::notFound);
    return Response.ok(PartyView.of(party)).tag(ETags.of(party.version())).build();
  }

  @GET
  @PermissionsAllowed("parties:read")
  @FollowsAliases
  @Operation(
      operationId = "listParties",
      summary = "List parties",
      description = "Newest first. Partners see the parties that they registered.")
  public Page<PartyView> list(@BeanParam PageRequest page, @BeanParam PartyQuery query) {
    @Nullable PartyId before = page.after().map(cursor -> new PartyId(cursor.uuid(0))).orElse(null);
    PartyCriteria criteria = query.criteria(calendar.today());
    List<Party> found = parties.list(criteria, rights.viewer(), before, page.fetch());
    found.stream().findFirst().ifPresent(party -> tellWhose(party, criteria.customer()));
    return Page.of(found, page, party -> Cursor.of(party.id())).map(PartyView::of);
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @PermissionsAllowed("parties:write")
  @AnswersPosition
  @Operation(
      operationId = "updateParty",
      summary = "Change a party",
      description =
          "Changes what the patch names. A patch that changes nothing leaves the version as it is."
              + " A role is ended by its validUntil, never left out.")
  @APIResponseSchema(PartyView.class)
  @RequestBodySchema(PartyChanges.class)
  @ProblemResponse({"party-known", "erased"})
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, MergePatch patch) {
    return answer(
        register.change(
            new PartyId(id),
            rights.viewer(),
            current -> {
              ifMatch.check(current.version());
              return reader.read(patch.applyTo(PartyChanges.from(current)), current);
            }),
        false);
  }

  private void tellWhose(Party party, @Nullable UUID asked) {
    if (asked != null && party.customerNow() != null) {
      answered.answer(asked, party.customerNow().value());
    }
  }

  private static Response answer(PartyResult result, boolean registered) {
    return switch (result) {
      case Stored(var party, var position) ->
          (registered ? Response.created(location(party)) : Response.ok())
              .entity(PartyView.of(party))
              .tag(ETags.of(party.version()))
              .header(ReadAfter.POSITION_HEADER, position)
              .build();
      case AsWanted(var party) ->
          Response.ok(PartyView.of(party))
              .location(location(party))
              .tag(ETags.of(party.version()))
              .build();
      case PartyKnown(var other) -> {
        Problem known = Problem.of(KNOWN);
        throw other == null ? known : known.with("partyId", other.value());
      }
      case ErasedParty() -> throw Problem.of(Problems.ERASED);
      case UnknownParty() -> throw Problem.notFound();
    };
  }

  private static URI location(Party party) {
    return URI.create("/v1/parties/" + party.id());
  }
}
