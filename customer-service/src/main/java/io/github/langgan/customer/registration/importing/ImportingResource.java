package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.http.LongBody;
import io.github.langgan.chassis.idempotency.KeyFilter;
import io.github.langgan.chassis.idempotency.ReplayMapper;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports", description = "Files of customers")
public class ImportingResource {

  private final ReceiveFile receiveFile;
  private final AcceptImport acceptImport;
  private final ImportWorker worker;
  private final Operations operations;
  private final CallerRights rights;
  private final Caller caller;
  private final Clock clock;

  ImportingResource(
      ReceiveFile receiveFile,
      AcceptImport acceptImport,
      ImportWorker worker,
      Operations operations,
      CallerRights rights,
      Caller caller,
      Clock clock) {
    this.receiveFile = receiveFile;
    this.acceptImport = acceptImport;
    this.worker = worker;
    this.operations = operations;
    this.rights = rights;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @LongBody
  @Consumes({FileFormat.CSV_TYPE, FileFormat.NDJSON_TYPE})
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "importCustomers",
      summary = "Import a file of customers",
      description =
          """
          Takes a file of any number of customers. It is answered when the whole file is safely \
          stored; then each row is registered or refused for itself, under the rules of POST \
          /v1/customers. The same file again, by the same client, is the same import, unless it \
          comes with another Idempotency-Key. Rows need no identifier.

          text/csv is RFC 4180 in UTF-8: commas, quotation marks doubled inside quoted cells. The \
          first row names the columns: kind (PERSON when empty), fullName, givenName, familyName, \
          birthDate, gender, occupation, language, email, phone, addressLine, locality, region, postalCode, country, form, \
          receivedAt, confidence, identifier.<source>, note and note.<label>. Columns of contacts, identifiers \
          and notes may be repeated; neighbouring columns of an address are one address, and a column that was \
          there already begins the next. Empty cells say nothing. An apostrophe before = + - @ is \
          taken away, as spreadsheets and our exports write it. Any other column is refused before \
          anything is stored, but customerId, partner, registeredAt, changedAt and version, \
          which exports have, are skipped.

          application/x-ndjson has in each line the body of a registration.""")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = FileFormat.CSV_TYPE,
            schema = @Schema(type = SchemaType.STRING, maxLength = 1 << 30)),
        @Content(mediaType = FileFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponseSchema(
      value = ImportAccepted.class,
      responseCode = "202",
      responseDescription = "Stored; Location says where to look")
  @ProblemResponse("idempotency-mismatch")
  public Response begin(
      @BeanParam ImportQuery query,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable MediaType type,
      @HeaderParam(KeyFilter.HEADER)
          @Parameter(
              description = "Makes the same file another import, and its retries the same",
              schema = @Schema(type = SchemaType.STRING, maxLength = 255, pattern = "^[!-~]+$"))
          @Nullable String key,
      InputStream body) {
    Source source = query.source(clock.instant());
    RequestKey.check(key);
    if (type == null) {
      throw Problem.of(Problems.UNSUPPORTED_MEDIA_TYPE);
    }
    FileFormat format = FileFormat.of(type);
    ImportOrder order =
        new ImportOrder(format, source, query.dryRun, query.matching, rights.registrant());
    MessageDigest digest = sha256();
    digest.update(query.fingerprint(format).getBytes(StandardCharsets.UTF_8));
    var received = receiveFile.receive(order, new DigestInputStream(body, digest));
    RequestKey request = RequestKey.of(caller.fingerprint(), key, digest);
    return switch (acceptImport.accept(received, request)) {
      case Acceptance.Begun(UUID id, UUID operation) -> {
        worker.wake();
        yield accepted(id, operation).build();
      }
      case Acceptance.BegunEarlier(UUID id, UUID operation) ->
          accepted(id, operation).header(ReplayMapper.HEADER, "true").build();
      case Acceptance.KeyUsedForAnother other -> throw Problem.of(Problems.IDEMPOTENCY_MISMATCH);
    };
  }

  private Response.ResponseBuilder accepted(UUID id, UUID operation) {
    return Response.accepted(ImportAccepted.of(id, operation))
        .location(operations.location(operation));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
