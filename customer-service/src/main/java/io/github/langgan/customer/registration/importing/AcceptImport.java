package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.customer.registration.importing.ReceiveFile.Received;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Begins to work off a file that was received whole, once for each request. */
@Singleton
class AcceptImport {

  /** The key of an import that came to nothing is free again. */
  private static final String CLAIM =
      """
      INSERT INTO customer_import_key AS k (client, key, digest, import_id)
      VALUES (:client, :key, :digest, :import)
      ON CONFLICT (client, key) DO UPDATE SET digest = excluded.digest,
                                              import_id = excluded.import_id
         WHERE EXISTS (SELECT FROM customer_import
                        WHERE id = k.import_id AND state IN ('FAILED', 'CANCELLED'))
      RETURNING import_id
      """;

  private static final String EARLIER =
      "SELECT import_id, digest FROM customer_import_key WHERE client = :client AND key = :key";

  private static final String BEGIN =
      """
      UPDATE customer_import
         SET state = 'RUNNING', total = :rows, operation_id = :operation, worked_at = :now
       WHERE id = :import
      """;

  private final Jdbi jdbi;
  private final CustomerImports imports;
  private final Operations operations;
  private final Audit audit;
  private final Clock clock;

  AcceptImport(
      Jdbi jdbi, CustomerImports imports, Operations operations, Audit audit, Clock clock) {
    this.jdbi = jdbi;
    this.imports = imports;
    this.operations = operations;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  Acceptance accept(Received received, RequestKey key) {
    if (claim(received.importId(), key).isPresent()) {
      return new Acceptance.Begun(received.importId(), begin(received));
    }
    imports.delete(received.importId());
    Earlier earlier = earlier(key);
    if (!java.security.MessageDigest.isEqual(earlier.digest(), key.digest())) {
      return new Acceptance.KeyUsedForAnother();
    }
    CustomerImport known = imports.find(earlier.importId()).orElseThrow();
    return new Acceptance.BegunEarlier(known.id(), known.operation());
  }

  private record Earlier(UUID importId, byte[] digest) {}

  private Optional<UUID> claim(UUID importId, RequestKey key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("client", key.client())
                .bind("key", key.key())
                .bind("digest", key.digest())
                .bind("import", importId)
                .mapTo(UUID.class)
                .findOne());
  }

  private Earlier earlier(RequestKey key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(EARLIER)
                .bind("client", key.client())
                .bind("key", key.key())
                .mapTo(Earlier.class)
                .one());
  }

  private UUID begin(Received received) {
    UUID operation = operations.start("import-customers");
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(BEGIN)
                .bind("rows", received.rows())
                .bind("operation", operation)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("import", received.importId())
                .execute());
    audit.record(
        "import.accepted", "import", received.importId(), "", Map.of("rows", received.rows()));
    return operation;
  }
}
