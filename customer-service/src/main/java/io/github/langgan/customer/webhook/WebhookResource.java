package io.github.langgan.customer.webhook;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.MergePatch;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.webhook.WebhookResult.AsWanted;
import io.github.langgan.customer.webhook.WebhookResult.Changed;
import io.github.langgan.customer.webhook.WebhookResult.Registered;
import io.github.langgan.customer.webhook.WebhookResult.TooMany;
import io.github.langgan.customer.webhook.WebhookResult.Unknown;
import io.github.langgan.customer.webhook.WebhookResult.UrlTaken;
import io.github.langgan.customer.webhook.destination.TargetRefused;
import io.github.langgan.customer.webhook.destination.Targets;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks", description = "Being told of events, by Standard Webhooks")
public class WebhookResource {

  private static final ProblemType TARGET = ProblemType.of("webhook-target");
  private static final ProblemType URL_TAKEN = ProblemType.of("webhook-url-taken");
  private static final ProblemType LIMIT = ProblemType.of("webhook-limit");

  private final RegisterWebhook register;
  private final Webhooks webhooks;
  private final Targets targets;
  private final CallerRights rights;

  WebhookResource(
      RegisterWebhook register, Webhooks webhooks, Targets targets, CallerRights rights) {
    this.register = register;
    this.webhooks = webhooks;
    this.targets = targets;
    this.rights = rights;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "registerWebhook",
      summary = "Register a webhook",
      description =
          "Events of these types are posted to the URL from now on, each at least once, those of one"
              + " customer one after the other. The answer holds the secret by which messages are"
              + " verified, this once. A partner is told what it could also read, never what is"
              + " another partner's. The same again answers 200, without the secret.")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Registered before in the same words",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  @ProblemResponse({"webhook-target", "webhook-url-taken", "webhook-limit"})
  public Response register(@Valid @NotNull WebhookBody body) {
    Registrant by = rights.registrant();
    body.checkTypes(by.partner());
    checkTarget(body);
    return answer(register.register(body, by));
  }

  @GET
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "listWebhooks",
      summary = "List webhooks",
      description = "Newest first. Partners see their own, the company's own staff all.")
  public Page<WebhookView> list(
      @BeanParam PageRequest page,
      @QueryParam("partner")
          @Parameter(
              description = "Those of this partner",
              schema = @Schema(type = SchemaType.STRING, maxLength = 100))
          @Nullable String owner) {
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    return Page.of(
            webhooks.list(owner, rights.registrant().partner(), before, page.fetch()),
            page,
            webhook -> Cursor.of(webhook.id()))
        .map(WebhookView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("webhooks:read")
  @Operation(
      operationId = "getWebhook",
      summary = "Read a webhook",
      description = "With how its receiver is: what last arrived, what last failed and why.")
  @APIResponseSchema(WebhookView.class)
  public Response get(@PathParam("id") UUID id) {
    return ok(find(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "changeWebhook",
      summary = "Change a webhook",
      description =
          "What the patch names. Waiting messages go to the new URL. Any change of one that is"
              + " enabled tries its receiver at once.")
  @APIResponseSchema(WebhookView.class)
  @RequestBodySchema(WebhookBody.class)
  @ProblemResponse({"webhook-target", "webhook-url-taken"})
  public Response change(
      @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, MergePatch patch) {
    Webhook current = find(id);
    ifMatch.check(current.version());
    WebhookBody wanted = patch.applyTo(current.body());
    wanted.checkTypes(current.partner());
    if (!wanted.target().equals(current.url())) {
      checkTarget(wanted);
    }
    return answer(
        register.change(
            id,
            rights.registrant().partner(),
            wanted,
            // the patch was made of the version that was read
            now -> {
              ifMatch.check(now.version());
              new IfMatch(Set.of("\"" + current.version() + "\"")).check(now.version());
            }));
  }

  @DELETE
  @Path("{id}")
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Delete a webhook",
      description = "With all that waits to be sent there, and the record of what was sent.")
  public void delete(@PathParam("id") UUID id) {
    if (!register.delete(id, rights.registrant().partner())) {
      throw Problem.notFound();
    }
  }

  private Webhook find(UUID id) {
    return webhooks.find(id, rights.registrant().partner()).orElseThrow(Problem::notFound);
  }

  private void checkTarget(WebhookBody body) {
    try {
      targets.find(body.target());
    } catch (TargetRefused refused) {
      throw Problem.of(TARGET).withError("/url", "target", refused.why());
    }
  }

  private static Response answer(WebhookResult result) {
    return switch (result) {
      case Registered(var webhook, var secret) ->
          Response.created(location(webhook))
              .entity(WebhookView.with(webhook, secret))
              .tag(ETags.of(webhook.version()))
              .build();
      case Changed(var webhook) -> ok(webhook);
      case AsWanted(var webhook) -> ok(webhook);
      case UrlTaken(var other) -> {
        Problem taken = Problem.of(URL_TAKEN);
        throw other == null ? taken : taken.with("webhookId", other.id());
      }
      case TooMany(var most) -> throw Problem.of(LIMIT).with("most", most);
      case Unknown() -> throw Problem.notFound();
    };
  }

  private static Response ok(Webhook webhook) {
    return Response.ok(WebhookView.of(webhook)).tag(ETags.of(webhook.version())).build();
  }

  private static URI location(Webhook webhook) {
    return URI.create("/v1/webhooks/" + webhook.id());
  }
}
