package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.InvalidValue;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/inactivity-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Upkeep", description = "Keeping records right, and out of the way who has left")
public class InactivityRuleResource {

  private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

  private final StateInactivityRule state;
  private final InactivityRules rules;
  private final CallerRights rights;

  InactivityRuleResource(StateInactivityRule state, InactivityRules rules, CallerRights rights) {
    this.state = state;
    this.rules = rules;
    this.rights = rights;
  }

  @GET
  @PermissionsAllowed("customers:archive")
  @Operation(
      operationId = "listInactivityRules",
      summary = "List the inactivity rules",
      description = "Those that hold, by their codes. For the company's own staff.")
  public InactivityRuleView.All list() {
    rights.staff();
    return new InactivityRuleView.All(rules.all().stream().map(InactivityRuleView::of).toList());
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("customers:archive")
  @Operation(
      operationId = "stateInactivityRule",
      summary = "State who is archived",
      description =
          "Customers who did nothing for that long are left out of lists and exports, within hours;"
              + " they are found by their id and by searches, and come back by themselves with the"
              + " next thing that they do. What counts: transactions, interactions, cases,"
              + " redemptions, what they say of being contacted, and changes of the record. Nothing"
              + " is deleted. Of a changed rule what it no longer names is listed again.")
  @APIResponseSchema(InactivityRuleView.class)
  public InactivityRuleView put(
      @PathParam("code") @Pattern(regexp = CODE) String code,
      @Valid @NotNull InactivityRuleBody body) {
    String by = rights.staff().who();
    InactivityRule rule = rule(code, body);
    state.state(rule, by);
    return InactivityRuleView.of(rule);
  }

  @POST
  @Path("{code}/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("customers:archive")
  @Operation(
      operationId = "previewInactivityRule",
      summary = "See what a rule would do",
      description =
          "With the other rules as they are, if this one were stated so. It only reads, and may be"
              + " asked again.")
  @APIResponseSchema(value = PreviewView.class, responseCode = "200")
  public PreviewView preview(
      @PathParam("code") @Pattern(regexp = CODE) String code,
      @Valid @NotNull InactivityRuleBody body) {
    rights.staff();
    return state.foresee(rule(code, body));
  }

  @DELETE
  @Path("{code}")
  @PermissionsAllowed("customers:archive")
  @Operation(
      operationId = "withdrawInactivityRule",
      summary = "Withdraw an inactivity rule",
      description = "Whom only this rule archived is listed again, within hours.")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public Response withdraw(@PathParam("code") @Pattern(regexp = CODE) String code) {
    rights.staff();
    if (!state.withdraw(code)) {
      throw Problem.notFound();
    }
    return Response.noContent().build();
  }

  private static InactivityRule rule(String code, InactivityRuleBody body) {
    try {
      return body.toRule(code);
    } catch (InvalidValue invalid) {
      throw Problem.invalid("/" + invalid.field(), invalid.code(), invalid.explanation());
    }
  }
}
