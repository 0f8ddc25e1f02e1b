package io.github.langgan.profile.recording;

import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.json.StrictJson;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Language;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.Transactions;
import io.github.langgan.profile.recording.Recording.Conflict;
import io.github.langgan.profile.recording.Recording.Duplicate;
import io.github.langgan.profile.recording.Recording.Recorded;
import io.github.langgan.profile.recording.Recording.ReturnRefused;
import io.github.langgan.profile.recording.Recording.TooLarge;
import io.github.langgan.profile.representation.TransactionView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
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

/** Partners push transactions here, one or many. */
@Path("/v1/transactions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Transactions", description = "Purchases and returns that partners report")
public class RecordingResource {

  private static final String LINES = "application/x-ndjson";
  private static final int MOST = 1_000;

  private final RecordTransactions recordTransactions;
  private final Transactions transactions;
  private final CustomerReferences references;
  private final StrictJson json;
  private final Caller caller;
  private final Clock clock;

  RecordingResource(
      RecordTransactions recordTransactions,
      Transactions transactions,
      CustomerReferences references,
      StrictJson json,
      Caller caller,
      Clock clock) {
    this.recordTransactions = recordTransactions;
    this.transactions = transactions;
    this.references = references;
    this.json = json;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @PermissionsAllowed("transactions:write")
  @AnswersPosition
  @Operation(
      operationId = "recordTransaction",
      summary = "Report a transaction",
      description =
          "Records a purchase or a return of the calling partner. Its externalId makes it safe to"
              + " repeat: the same again is answered 200, another content under it 409.")
  @APIResponseSchema(
      value = TransactionView.class,
      responseCode = "201",
      responseDescription = "Recorded")
  @APIResponse(
      responseCode = "200",
      description = "The same was recorded before",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  @ProblemResponse({
    "transaction-conflict",
    "returned-purchase-unknown",
    "return-exceeds-purchase",
    "nothing-left-to-return"
  })
  public Response record(TransactionRequest request) {
    String partner = caller.requirePartner();
    var report = TransactionCheck.check(request, clock.instant());
    return switch (recordTransactions.record(partner, List.of(report)).getFirst()) {
      case Recorded(var transaction, var position) ->
          Response.created(URI.create("/v1/transactions/" + transaction.transactionId()))
              .header(ReadAfter.POSITION_HEADER, position)
              .entity(view(transaction))
              .build();
      case Duplicate(UUID id) -> Response.ok(view(transactions.withId(id))).build();
      case Conflict(String number) -> throw RecordingProblems.conflict(number);
      case ReturnRefused(var reason) -> throw RecordingProblems.refused(reason);
      case TooLarge() -> throw RecordingProblems.tooLarge();
    };
  }

  @POST
  @Path("batch")
  @Consumes({MediaType.APPLICATION_JSON, LINES})
  @PermissionsAllowed("transactions:write")
  @Operation(
      operationId = "recordTransactions",
      summary = "Report up to 1,000 transactions",
      description =
          "Each is recorded or rejected on its own; the answer says what became of each, in the"
              + " order of the request. A batch may hold a purchase and its return. Repeating a"
              + " batch is harmless.")
  @RequestBodySchema(TransactionBatchRequest.class)
  public BatchResult recordBatch(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true)
          @Nullable String acceptLanguage,
      InputStream body) {
    String partner = caller.requirePartner();
    TransactionBatch batch =
        TransactionBatch.read(
            json.itemsOrLines(body, contentType, TransactionRequest.class, MOST),
            clock.instant(),
            Language.preferred(acceptLanguage));
    return batch.result(recordTransactions.record(partner, batch.reports()));
  }

  private TransactionView view(Transaction transaction) {
    return TransactionView.of(
        transaction,
        transaction.isWaiting() ? references.shared(List.of(transaction.customer())) : Set.of());
  }
}
