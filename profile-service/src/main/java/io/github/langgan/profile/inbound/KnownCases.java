package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/** Our view of inquiries and complaints. */
@Singleton
class KnownCases {

  private static final String OPEN =
      """
      INSERT INTO known_case (case_id, customer_id, came_for, kind, channel, category, subject,
             status, opened_at, resolution_due_at)
      SELECT case_id, customer_id, came_for, kind, channel, category, subject, status,
             opened_at::timestamptz, due_at::timestamptz
        FROM unnest(:ids::uuid[], :customers::uuid[], :cameFor::uuid[], :kinds::text[],
               :channels::text[], :categories::text[], :subjects::text[], :statuses::text[], :opened::text[],
               :due::text[])
             AS c(case_id, customer_id, came_for, kind, channel, category, subject, status,
                  opened_at, due_at)
      ON CONFLICT DO NOTHING
      """;

  private static final String CHANGE =
      """
      UPDATE known_case k
         SET status = coalesce(c.status, k.status),
             breached_at = coalesce(k.breached_at, c.breached_at::timestamptz),
             ended_at = coalesce(k.ended_at, c.ended_at::timestamptz)
        FROM unnest(:ids::uuid[], :statuses::text[], :breached::text[], :ended::text[])
               AS c(case_id, status, breached_at, ended_at)
       WHERE k.case_id = c.case_id
      """;

  private final Jdbi jdbi;

  KnownCases(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void open(Collection<CaseEvent> opened, Owners owners) {
    Columns<CaseEvent> columns = Columns.of(opened);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(OPEN)
                .bind("ids", columns.uuids(CaseEvent::caseId))
                .bind("customers", columns.uuids(c -> owners.of(c.customerId()).customerId()))
                .bind("cameFor", columns.uuids(c -> owners.of(c.customerId()).cameForOther()))
                .bind("kinds", columns.texts(CaseEvent::kind))
                .bind("channels", columns.texts(CaseEvent::channel))
                .bind("categories", columns.texts(CaseEvent::category))
                .bind("subjects", columns.texts(CaseEvent::subject))
                .bind("statuses", columns.texts(CaseEvent::status))
                .bind("opened", columns.texts(CaseEvent::openedAt))
                .bind("due", columns.texts(CaseEvent::resolutionDueAt))
                .execute());
  }

  /** At most one for each case. */
  void change(Collection<CaseEvent> changes) {
    Columns<CaseEvent> columns = Columns.of(changes);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(CHANGE)
                .bind("ids", columns.uuids(CaseEvent::caseId))
                .bind("statuses", columns.texts(CaseEvent::status))
                .bind("breached", columns.texts(CaseEvent::breachedAt))
                .bind("ended", columns.texts(CaseEvent::endedAt))
                .execute());
  }
}
