package io.github.langgan.loyalty.enrolment;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.tier.Tiers;
import io.github.langgan.loyalty.representation.MembershipView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Memberships", description = "Enrolments, their cards and points")
public class EnrolmentResource {

  private static final ProblemType UNKNOWN_CUSTOMER = ProblemType.of("unknown-customer");
  private static final ProblemType UNKNOWN_PROGRAM = ProblemType.of("unknown-program");

  private static final ProblemType CARD_RANGE_FULL = ProblemType.of("card-range-full");

  private final EnrolCustomer enrolCustomer;
  private final Aliases aliases;
  private final OwnCustomer ownCustomer;
  private final Tiers tiers;

  EnrolmentResource(
      EnrolCustomer enrolCustomer, Aliases aliases, OwnCustomer ownCustomer, Tiers tiers) {
    this.tiers = tiers;
    this.enrolCustomer = enrolCustomer;
    this.aliases = aliases;
    this.ownCustomer = ownCustomer;
  }

  @POST
  @PermissionsAllowed("loyalty:write")
  @AnswersPosition
  @Operation(
      operationId = "openMembership",
      summary = "Enrol a customer",
      description =
          "One membership per customer and program: asking again answers the one that exists.")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The membership that the customer has already",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  @ProblemResponse({"unknown-customer", "unknown-program", "card-range-full"})
  public Response enrol(@Valid EnrolRequest request) {
    if (!ownCustomer.maySee(new CustomerId(aliases.current(request.customerId())))) {
      throw unknownCustomer();
    }
    return switch (enrolCustomer.enrol(request.customer(), request.program())) {
      case Enrolment.Opened(var state, var position) ->
          answer(Response.created(location(state)), state, request)
              .header(ReadAfter.POSITION_HEADER, position)
              .build();
      case Enrolment.AlreadyMember(var state) -> answer(Response.ok(), state, request).build();
      case Enrolment.UnknownCustomer unknown -> throw unknownCustomer();
      case Enrolment.UnknownProgram unknown ->
          throw Problem.of(UNKNOWN_PROGRAM).withError("/programId", "unknown", "no such program");
      case Enrolment.NoCardLeft none -> throw Problem.of(CARD_RANGE_FULL);
    };
  }

  private Response.ResponseBuilder answer(
      Response.ResponseBuilder response, MembershipState state, EnrolRequest request) {
    return response
        .tag(ETags.of(state.version()))
        .entity(
            MembershipView.from(state, tiers.now(state.membership()))
                .askedAs(request.customerId()));
  }

  private static URI location(MembershipState state) {
    return URI.create("/v1/loyalty/memberships/" + state.membership().id());
  }

  /** The same for a customer that is missing and for one that the caller can't speak for. */
  private static Problem unknownCustomer() {
    return Problem.of(UNKNOWN_CUSTOMER).withError("/customerId", "unknown", "no such customer");
  }
}
