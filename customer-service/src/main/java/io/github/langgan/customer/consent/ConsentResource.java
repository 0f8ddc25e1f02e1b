package io.github.langgan.customer.consent;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.consent.ActKind;
import io.github.langgan.customer.model.consent.ActReporter;
import io.github.langgan.customer.model.consent.ConsentAct;
import io.github.langgan.customer.model.consent.ConsentActs;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes;
import io.github.langgan.customer.model.consent.RecordAct;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consent")
public class ConsentResource {

  private final RecordAct record;
  private final ActReader reader;
  private final ConsentActs acts;
  private final Permissions permissions;
  private final Purposes purposes;
  private final AskedCustomers asked;
  private final CallerRights rights;

  ConsentResource(
      RecordAct record,
      ActReader reader,
      ConsentActs acts,
      Permissions permissions,
      Purposes purposes,
      AskedCustomers asked,
      CallerRights rights) {
    this.record = record;
    this.reader = reader;
    this.acts = acts;
    this.permissions = permissions;
    this.purposes = purposes;
    this.asked = asked;
    this.rights = rights;
  }

  @POST
  @Path("{id}/consent-acts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("consents:write")
  @AnswersPosition
  @Operation(
      operationId = "recordConsentAct",
      summary = "Record what a customer said of being contacted",
      description =
          "A grant is for one purpose, over named channels, on a text that was shown. A withdrawal or"
              + " an objection may be of everything. By when it was said the last word counts; but an"
              + " objection stands, whatever is granted, until it is lifted, which partners can't."
              + " Nothing is ever changed: who said something else says so, too.")
  @APIResponseSchema(value = ActView.class, responseCode = "201")
  public Response record(@PathParam("id") UUID id, @Valid @NotNull ActBody body) {
    asked.customer(id);
    Visibility visibility = rights.visibility();
    if (body.kind() == ActKind.OBJECTION_LIFTED && visibility instanceof Visibility.RegisteredBy) {
      throw Problem.of(Problems.FORBIDDEN, "A partner can't lift an objection");
    }
    ConsentAct act = reader.read(body, id, reporter(visibility));
    Position position = record.record(act);
    return Response.status(Response.Status.CREATED)
        .entity(ActView.of(act, visibility))
        .header(ReadAfter.POSITION_HEADER, position)
        .build();
  }

  @GET
  @Path("{id}/consent-acts")
  @PermissionsAllowed("consents:read")
  @FollowsAliases
  @Operation(
      operationId = "listConsentActs",
      summary = "List what a customer said of being contacted",
      description =
          "With its proofs, the latest said first; also what was said for records that were merged"
              + " into the customer. Partners see what was said for the records that they registered.")
  @ProblemResponse("erased")
  public Page<ActView> acts(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    @Nullable Cursor after = page.after().orElse(null);
    int fetch = page.fetch();
    Visibility visibility = rights.visibility();
    @Nullable String partner =
        visibility instanceof Visibility.RegisteredBy(String registrant) ? registrant : null;
    List<ConsentAct> found = acts.list(asked.customer(id).id().value(), partner, after, fetch);
    return Page.of(found, page, act -> Cursor.of(act.effectiveAt(), act.id()))
        .map(act -> ActView.of(act, visibility));
  }

  @GET
  @Path("{id}/consents")
  @PermissionsAllowed("consents:read")
  @FollowsAliases
  @Operation(
      operationId = "getConsents",
      summary = "Read for what a customer may be contacted",
      description = "Every purpose over every channel, with the reason.")
  @ProblemResponse("erased")
  public ConsentsView consents(@PathParam("id") UUID id, @BeanParam Moment moment) {
    return permissions.all(asked.customer(id), moment);
  }

  @GET
  @Path("{id}/contact-permission")
  @PermissionsAllowed("consents:read")
  @FollowsAliases
  @Operation(
      operationId = "getContactPermission",
      summary = "Ask whether a customer may be contacted",
      description = "For a purpose, over a channel, on a day or at a time, and why.")
  @ProblemResponse("erased")
  public PermissionView permission(
      @PathParam("id") UUID id, @BeanParam PermissionQuery query, @BeanParam Moment moment) {
    Customer customer = asked.customer(id);
    Purpose purpose =
        purposes
            .find(query.purpose())
            .orElseThrow(() -> Problem.invalidParameter("purpose", "is no purpose"));
    return permissions.one(customer, purpose, query.channel(), moment);
  }

  private ActReporter reporter(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everyone() ->
          new ActReporter(ActReporter.Kind.STAFF, null, rights.registrant().who());
      case Visibility.RegisteredBy(String partner) ->
          new ActReporter(ActReporter.Kind.PARTNER, partner, rights.registrant().who());
      case Visibility.Oneself(CustomerId self) ->
          new ActReporter(ActReporter.Kind.CUSTOMER, null, self.value().toString());
    };
  }
}
