package io.github.langgan.customer.webhook;

import io.github.langgan.chassis.json.OptionalBody;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.access.CallerRights;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks")
public class SecretResource {

  private static final ProblemType SECRETS = ProblemType.of("webhook-secrets");

  private final RotateSecret rotate;
  private final CallerRights rights;

  SecretResource(RotateSecret rotate, CallerRights rights) {
    this.rotate = rotate;
    this.rights = rights;
  }

  @POST
  @Path("{id}/secret")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("webhooks:write")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Draw a new secret",
      description =
          "Messages are signed with it from now on, and until formerUntil with the former ones, too."
              + " The answer is not kept: when it is lost, draw another one.")
  @RequestBody(required = false)
  @ProblemResponse({"webhook-secrets", "not-found"})
  public SecretView rotate(@PathParam("id") UUID id, @OptionalBody @Nullable RotationBody body) {
    return switch (rotate
        .rotate(id, rights.registrant().partner(), body != null && body.atOnce())
        .orElseThrow(Problem::notFound)) {
      case RotateSecret.Result.Rotated(var secret, var until) -> new SecretView(secret, until);
      case RotateSecret.Result.TooOften() -> throw Problem.of(SECRETS);
    };
  }
}
