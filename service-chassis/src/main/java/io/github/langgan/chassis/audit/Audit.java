package io.github.langgan.chassis.audit;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.security.Caller;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, written in the business transaction. Subjects and details are references (ids,
 * field names, counts), never personal data: the trail cannot be erased.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class Audit {

  private static final String APPEND =
      """
      WITH entry AS (
        INSERT INTO audit_entry (id, at, actor, client, action, subject_type, subject_id, reason,
                                 details, trace_id)
        VALUES (:id, :at, :actor, :client, :action, :subjectType, :subjectId, :reason,
                :details::json, :traceId)
        RETURNING id
      )
      INSERT INTO audit_unsealed (entry_id) SELECT id FROM entry
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Caller caller;
  private final String service;

  Audit(
      Jdbi jdbi,
      Clock clock,
      Caller caller,
      @ConfigProperty(name = "langgan.service") String service) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.caller = caller;
    this.service = service;
  }

  /**
   * The caller is taken from the token; outside of a request it is the service itself.
   *
   * @param action a business verb in the past, e.g. {@code points.redeemed}
   * @param reason why, in the words of whoever decided it; may be empty
   */
  public void record(
      String action, String subjectType, Object subjectId, String reason, Map<String, ?> details) {
    boolean called = Arc.container().requestContext().isActive();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(APPEND)
                .bind("id", UuidV7.next())
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("actor", called ? caller.subject() : service)
                .bind("client", called ? caller.clientId() : service)
                .bind("action", action)
                .bind("subjectType", subjectType)
                .bind("subjectId", subjectId.toString())
                .bind("reason", reason)
                .bind("details", new String(EventJson.write(details), StandardCharsets.UTF_8))
                .bind("traceId", traceId())
                .execute());
  }

  private static @Nullable String traceId() {
    var span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : null;
  }
}
