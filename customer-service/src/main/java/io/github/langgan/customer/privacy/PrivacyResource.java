package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.openapi.ProblemResponse;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/privacy-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Privacy", description = "What customers ask of us about the data that we hold of them")
public class PrivacyResource {

  private static final String SCOPE = "privacy:admin";
  private static final ProblemType OPEN = ProblemType.of("privacy-request-open");
  private static final ProblemType STATUS = ProblemType.of("privacy-request-status");
  private static final ProblemType NO_PACKAGE = ProblemType.of("package-not-ready");
  private static final ProblemType NOT_READY = ProblemType.of("certificate-not-ready");

  private final OpenRequest openRequest;
  private final VerifyRequest verifyRequest;
  private final RefuseRequest refuseRequest;
  private final CompleteRectification completeRectification;
  private final FetchPackage fetchPackage;
  private final Requests requests;
  private final RequestQuery query;
  private final CallerRights rights;

  PrivacyResource(
      OpenRequest openRequest,
      VerifyRequest verifyRequest,
      RefuseRequest refuseRequest,
      CompleteRectification completeRectification,
      FetchPackage fetchPackage,
      Requests requests,
      RequestQuery query,
      CallerRights rights) {
    this.openRequest = openRequest;
    this.verifyRequest = verifyRequest;
    this.refuseRequest = refuseRequest;
    this.completeRectification = completeRectification;
    this.fetchPackage = fetchPackage;
    this.requests = requests;
    this.query = query;
    this.rights = rights;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "openPrivacyRequest",
      summary = "Record what a customer asks for",
      description =
          "Three days run from receivedAt. Nothing is done before it is certain who asks: with"
              + " verification at once, else when that is told. An erasure can't be taken back."
              + " What is gathered for access or portability is then fetched as a package.")
  @APIResponseSchema(value = RequestView.class, responseCode = "201")
  @ProblemResponse({"privacy-request-open", "erased"})
  public Response open(@Valid @NotNull RequestBody body) {
    RequestView view = answer(openRequest.open(body, rights.staff().who()));
    return Response.created(URI.create("/v1/privacy-requests/" + view.privacyRequestId()))
        .tag(ETags.of(view.version()))
        .entity(view)
        .build();
  }

  @POST
  @Path("{id}/verification")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "verifyPrivacyRequest",
      summary = "Say that it is certain who asks",
      description = "What is asked for is done then, in all services.")
  @APIResponseSchema(RequestView.class)
  @ProblemResponse({"privacy-request-status", "erased", "not-found"})
  public Response verify(@PathParam("id") UUID id, @Valid @NotNull VerificationBody body) {
    return ok(answer(verifyRequest.verify(id, body.by(rights.staff().who()))));
  }

  @POST
  @Path("{id}/completion")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "completePrivacyRequest",
      summary = "Say that a record was put right",
      description =
          "Ends a rectification that is in progress: names the version of the customer that did"
              + " it, which a correction made since the request was received.")
  @APIResponseSchema(RequestView.class)
  @ProblemResponse({"privacy-request-status", "not-found"})
  public Response complete(@PathParam("id") UUID id, @Valid @NotNull CompletionBody body) {
    rights.staff();
    return ok(answer(completeRectification.complete(id, body.customerVersion())));
  }

  @POST
  @Path("{id}/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "refusePrivacyRequest",
      summary = "Refuse a request",
      description =
          "Before it is verified: nobody showed who asks, or it is manifestly unfounded. A"
              + " rectification also while it is in progress, when the record turns out to be"
              + " right. The customer is owed the reason.")
  @APIResponseSchema(RequestView.class)
  @ProblemResponse({"privacy-request-status", "not-found"})
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull RefusalBody body) {
    rights.staff();
    return ok(answer(refuseRequest.refuse(id, body.reason())));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "getPrivacyRequest",
      summary = "Look at a request",
      description = "With how far each service is, and what it had to keep and why.")
  @APIResponseSchema(RequestView.class)
  public Response get(@PathParam("id") UUID id) {
    rights.staff();
    return ok(query.find(id).orElseThrow(Problem::notFound));
  }

  @GET
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "listPrivacyRequests",
      summary = "List requests",
      description = "The newest first.")
  public Page<RequestView> list(@BeanParam PageRequest page, @BeanParam RequestFilter filter) {
    rights.staff();
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    return Page.of(
        query.list(filter.read(), before, page.fetch()),
        page,
        one -> Cursor.of(one.privacyRequestId()));
  }

  @GET
  @Path("{id}/certificate")
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "getErasureCertificate",
      summary = "Read the certificate of an erasure",
      description =
          "That all services have erased the customer, and what each had to keep, why and until"
              + " when. Once all have; it holds no personal data. Other requests have none.")
  @APIResponseSchema(CertificateView.class)
  @ProblemResponse("certificate-not-ready")
  public CertificateView certificate(@PathParam("id") UUID id) {
    rights.staff();
    StoredRequest request = requests.find(id).orElseThrow(Problem::notFound);
    return query
        .certificate(request)
        .orElseThrow(() -> Problem.of(NOT_READY).with("requestStatus", request.status()));
  }

  @GET
  @Path("{id}/package")
  @PermissionsAllowed(SCOPE)
  @Operation(
      operationId = "getPrivacyPackage",
      summary = "Fetch what was gathered",
      description =
          "Of a request for access or portability, once all services have answered; for a month."
              + " Hand it to the customer only.")
  @APIResponseSchema(PackageView.class)
  @ProblemResponse("package-not-ready")
  public PackageView getPackage(@PathParam("id") UUID id) {
    String by = rights.staff().who();
    StoredRequest request = requests.find(id).orElseThrow(Problem::notFound);
    return fetchPackage
        .fetch(request, by)
        .orElseThrow(() -> Problem.of(NO_PACKAGE).with("requestStatus", request.status()));
  }

  private RequestView answer(RequestResult result) {
    return switch (result) {
      case RequestResult.Done(var id) -> query.find(id).orElseThrow();
      case RequestResult.UnknownRequest() -> throw Problem.notFound();
      case RequestResult.UnknownCustomer() ->
          throw Problem.invalid("/customerId", "unknown", "no such customer");
      case RequestResult.UnknownPurpose() ->
          throw Problem.invalid("/purpose", "unknown", "is no purpose");
      case RequestResult.OnlyForObjections(var field) ->
          throw Problem.invalid("/" + field, "objection-only", "is for objections only");
      case RequestResult.UnknownVersion() ->
          throw Problem.invalid(
              "/customerVersion", "unknown", "is no version that came since the request");
      case RequestResult.NotRestricted() ->
          throw Problem.invalid("/kind", "not-restricted", "there is no restriction to lift");
      case RequestResult.CustomerErased() -> throw Problem.of(Problems.ERASED);
      case RequestResult.AlreadyOpen(var id) -> throw Problem.of(OPEN).with("privacyRequestId", id);
      case RequestResult.WrongStatus(var status) ->
          throw Problem.of(STATUS).with("requestStatus", status);
    };
  }

  private static Response ok(RequestView view) {
    return Response.ok(view).tag(ETags.of(view.version())).build();
  }
}
