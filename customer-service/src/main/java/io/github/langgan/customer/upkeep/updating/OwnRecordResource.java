package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.MergePatch;
import io.github.langgan.chassis.conditional.RequiresIfMatch;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.representation.BodyReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For the page that the customer's link leads to; its callers have no access token. */
@Path("/v1/own-record")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@OwnRecordCall
@SecurityScheme(
    securitySchemeName = OwnRecordResource.SCHEME,
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = OwnRecordCall.HEADER,
    description =
        "The token of an update request, for the one customer who was asked; once, and until it"
            + " expires. Never put it into the path or query of a request that goes to a server.")
@Tag(name = "Own record", description = "Customers look at what we know of them, and put it right")
public class OwnRecordResource {

  static final String SCHEME = "updateToken";

  private final AnswerUpdateRequest answerRequest;
  private final Customers customers;
  private final BodyReader reader;
  private final TokenHolder holder;

  OwnRecordResource(
      AnswerUpdateRequest answerRequest,
      Customers customers,
      BodyReader reader,
      TokenHolder holder) {
    this.answerRequest = answerRequest;
    this.customers = customers;
    this.reader = reader;
    this.holder = holder;
  }

  @GET
  @SecurityRequirement(name = SCHEME)
  @Operation(
      operationId = "getOwnRecord",
      summary = "Read what we know of oneself",
      description = "As it is now: also what came with records that were merged since.")
  @APIResponseSchema(OwnRecordView.class)
  @ProblemResponse({"update-request-answered", "erased"})
  public Response get() {
    CustomerId id = new CustomerId(holder.claims().customerId());
    return answer(
        customers
            .find(id, new Visibility.Oneself(id))
            .orElseThrow(() -> Problem.of(Problems.ERASED)));
  }

  @PATCH
  @Consumes(MergePatch.MEDIA_TYPE)
  @SecurityRequirement(name = SCHEME)
  @Operation(
      operationId = "correctOwnRecord",
      summary = "Put right what we know of oneself",
      description =
          "Changes what the patch names, and confirms everything else that was shown. The token is"
              + " used up then.")
  @APIResponseSchema(OwnRecordView.class)
  @RequestBodySchema(CorrectOwnRecord.class)
  @ProblemResponse({"update-request-answered", "erased"})
  public Response correct(@HeaderParam("If-Match") IfMatch ifMatch, MergePatch patch) {
    return answer(
        ifMatch, current -> patch.applyTo(CorrectOwnRecord.from(current)).of(current, reader));
  }

  @POST
  @Path("confirmation")
  @RequiresIfMatch
  @SecurityRequirement(name = SCHEME)
  @Operation(
      operationId = "confirmOwnRecord",
      summary = "Say that all is right",
      description =
          "Of the version that was shown. All of it counts as said by the customer now. The token is"
              + " used up then.")
  @APIResponseSchema(OwnRecordView.class)
  @ProblemResponse({"update-request-answered", "erased"})
  public Response confirm(@HeaderParam("If-Match") IfMatch ifMatch) {
    return answer(ifMatch, Customer::particulars);
  }

  private Response answer(IfMatch ifMatch, Function<Customer, Particulars> said) {
    AnswerResult result =
        answerRequest.answer(
            holder.claims(),
            current -> {
              ifMatch.check(current.version());
              return said.apply(current);
            });
    return switch (result) {
      case AnswerResult.Answered(var customer) -> answer(customer);
      case AnswerResult.Refused(var standing) -> throw UpdateProblems.refusal(standing);
    };
  }

  private static Response answer(Customer customer) {
    return Response.ok(OwnRecordView.of(customer))
        .tag(ETags.of(customer.version()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
