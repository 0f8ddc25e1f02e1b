package io.github.langgan.customer.consent;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/consent-purposes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consent")
public class PurposeResource {

  private static final ProblemType CONFLICT = ProblemType.of("purpose-conflict");

  private final IntroducePurpose introduce;
  private final Purposes purposes;

  PurposeResource(IntroducePurpose introduce, Purposes purposes) {
    this.introduce = introduce;
    this.purposes = purposes;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("consents:admin")
  @Operation(
      operationId = "introducePurpose",
      summary = "Introduce a purpose",
      description =
          "What customers will be contacted for, and what makes that lawful. It stays as it is: for"
              + " another basis or another period introduce another one. The same again changes"
              + " nothing.")
  @APIResponseSchema(value = PurposeView.class, responseCode = "201")
  @APIResponse(responseCode = "200", description = "Was there before, and is so")
  @ProblemResponse("purpose-conflict")
  public Response introduce(@Valid @NotNull PurposeBody body) {
    IntroducePurpose.Introduced introduced = introduce.introduce(body);
    if (!introduced.asWanted()) {
      throw Problem.of(CONFLICT, "There is a purpose of this code that is another");
    }
    return answer(introduced.purpose(), introduced.added());
  }

  @POST
  @Path("{code}/texts")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("consents:admin")
  @Operation(
      operationId = "wordPurpose",
      summary = "Give a purpose new words",
      description =
          "What customers are shown from now on, as the next version, in all languages. Earlier"
              + " versions stay, since consents refer to them. The words of the latest version again"
              + " change nothing.")
  @APIResponseSchema(value = PurposeView.class, responseCode = "201")
  @APIResponse(responseCode = "200", description = "These are the words of the latest version")
  public Response word(@PathParam("code") String code, @Valid @NotNull TextsBody body) {
    IntroducePurpose.NewText text =
        introduce.word(code, body.words()).orElseThrow(Problem::notFound);
    return answer(text.purpose(), text.added());
  }

  @POST
  @Path("{code}/retirement")
  @PermissionsAllowed("consents:admin")
  @Operation(
      operationId = "retirePurpose",
      summary = "Retire a purpose",
      description =
          "Nobody is contacted for it any more. What customers said of it stays. Retired again, the"
              + " first time counts.")
  @APIResponseSchema(PurposeView.class)
  public PurposeView retire(@PathParam("code") String code) {
    return view(introduce.retire(code).orElseThrow(Problem::notFound));
  }

  @GET
  @PermissionsAllowed("consents:read")
  @Operation(
      operationId = "listPurposes",
      summary = "List the purposes",
      description = "All there are, retired ones as well, with their texts.")
  public PurposesView list() {
    List<Purpose> all = purposes.all();
    List<Purposes.Text> texts = purposes.texts(all.stream().map(Purpose::code).toList());
    return new PurposesView(all.stream().map(one -> PurposeView.of(one, texts)).toList());
  }

  @GET
  @Path("{code}")
  @PermissionsAllowed("consents:read")
  @Operation(
      operationId = "getPurpose",
      summary = "Read a purpose",
      description = "With all versions of its texts.")
  public PurposeView get(@PathParam("code") String code) {
    return view(purposes.find(code).orElseThrow(Problem::notFound));
  }

  private Response answer(Purpose purpose, boolean added) {
    return Response.status(added ? Response.Status.CREATED : Response.Status.OK)
        .entity(view(purpose))
        .build();
  }

  private PurposeView view(Purpose purpose) {
    return PurposeView.of(purpose, purposes.texts(List.of(purpose.code())));
  }
}
