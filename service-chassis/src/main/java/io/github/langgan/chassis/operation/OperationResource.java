package io.github.langgan.chassis.operation;

import io.github.langgan.chassis.http.OperatorPath;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Long work, for the client that started it and for operators. */
@Path(OperatorPath.BASE + "/operations/{id}")
@Authenticated
@Tag(name = "Long work", description = "Work that outlives its request")
public class OperationResource {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Operations operations;
  private final Caller caller;

  public OperationResource(Operations operations, Caller caller) {
    this.operations = operations;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "getOperation",
      summary = "Look at long work",
      description = "State, progress and result of work that was answered 202.")
  public OperationView get(@PathParam("id") UUID id) {
    return operations
        .visible(id, caller.fingerprint(), caller.isOperator())
        .orElseThrow(Problem::notFound);
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5") // who accepts anything gets JSON
  @Blocking
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Multi<OperationView> follow(@PathParam("id") UUID id) {
    var fingerprint = caller.fingerprint();
    var operator = caller.isOperator();
    operations.visible(id, fingerprint, operator).orElseThrow(Problem::notFound);
    return Uni.createFrom()
        .item(() -> operations.visible(id, fingerprint, operator).orElseThrow(Problem::notFound))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .repeat()
        .withDelay(LOOK_EVERY)
        .whilst(view -> view.state() == OperationState.RUNNING)
        .skip()
        .repetitions();
  }
}
