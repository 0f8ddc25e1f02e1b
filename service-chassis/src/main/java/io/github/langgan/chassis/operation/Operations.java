package io.github.langgan.chassis.operation;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.chassis.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Long work: a request starts it, stores what is to be done as due work in the same transaction,
 * and answers 202 with {@link #location}. The worker reports; the starter looks or listens.
 */
@Singleton
public class Operations {

  private static final String COLUMNS =
      "id AS operation_id, kind, state, started_at, updated_at, done, failed, total, result_link,"
          + " problem::text AS problem";

  private final Jdbi jdbi;
  private final Clock clock;
  private final Caller caller;
  private final String service;

  Operations(
      Jdbi jdbi,
      Clock clock,
      Caller caller,
      @ConfigProperty(name = "langgan.service") String service) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.caller = caller;
    this.service = service;
  }

  /** In the caller's transaction, so that operation and work exist together or not at all. */
  @Transactional(TxType.MANDATORY)
  public UUID start(String kind) {
    var id = UuidV7.next();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO operation (id, kind, state, client, started_at, updated_at)
                    VALUES (:id, :kind, 'RUNNING', :client, :now, :now)
                    """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("client", caller.fingerprint())
                .bind("now", now())
                .execute());
    return id;
  }

  /** {@code Response.accepted().location(operations.location(id))}. */
  public URI location(UUID id) {
    return URI.create("/v1/operator/" + service + "/operations/" + id);
  }

  /** Visible at once, whatever becomes of the work's own transaction. Never goes backwards. */
  @Transactional(TxType.REQUIRES_NEW)
  public void progress(UUID id, long done, long failed, @Nullable Long total) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE operation SET done = greatest(done, :done), failed = greatest(failed, :failed),
                           total = coalesce(:total, total), updated_at = :now
                     WHERE id = :id AND state = 'RUNNING'
                    """)
                .bind("id", id)
                .bind("done", done)
                .bind("failed", failed)
                .bind("total", total)
                .bind("now", now())
                .execute());
  }

  /** In the transaction of the last effect. A second end of the same operation changes nothing. */
  @Transactional
  public void finish(UUID id, @Nullable URI result) {
    end(id, "SUCCEEDED", result == null ? null : result.toString(), null);
  }

  @Transactional
  public void fail(UUID id, Problem problem) {
    var body = EventJson.write(ProblemBody.ofItem(problem, Locale.ENGLISH));
    end(id, "FAILED", null, new String(body, StandardCharsets.UTF_8));
  }

  private void end(UUID id, String state, @Nullable String result, @Nullable String problem) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE operation SET state = :state, result_link = :result,
                           problem = :problem::json, updated_at = :now
                     WHERE id = :id AND state = 'RUNNING'
                    """)
                .bind("id", id)
                .bind("state", state)
                .bind("result", result)
                .bind("problem", problem)
                .bind("now", now())
                .execute());
  }

  /** To the one who started it, and to operators. */
  @Transactional
  public Optional<OperationView> visible(UUID id, String fingerprint, boolean operator) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM operation"
                        + " WHERE id = :id AND (client = :client OR :operator)")
                .bind("id", id)
                .bind("client", fingerprint)
                .bind("operator", operator)
                .mapTo(OperationView.class)
                .findOne());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
