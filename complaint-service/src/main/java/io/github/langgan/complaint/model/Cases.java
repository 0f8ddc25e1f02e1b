package io.github.langgan.complaint.model;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All cases. */
@Singleton
public class Cases {

  private static final String SELECT =
      """
      SELECT c.*, p.id AS compensation_id, p.points, p.state, p.promised_at, p.settled_at, p.refusal
        FROM cases c LEFT JOIN compensation p ON p.case_id = c.id
       WHERE c.id = :id
      """;

  private static final String INSERT =
      """
      INSERT INTO cases (id, customer_id, came_for, kind, channel, category, subject, description, status,
                         opened_at, clock_due_at, version)
      VALUES (:id, :customerId, :cameFor, :kind, :channel, :category, :subject, :description, :status,
              :openedAt, :clockDueAt, :version)
      """;

  private static final String UPDATE =
      """
      UPDATE cases SET status = :status, acknowledged_at = :acknowledgedAt,
             resolution_summary = :resolutionSummary, resolved_at = :resolvedAt,
             closed_at = :closedAt, clock_met_at = :clockMetAt,
             clock_breached_at = :clockBreachedAt, version = version + 1
       WHERE id = :id
      RETURNING version
      """;

  private static final String PROMISE =
      """
      INSERT INTO compensation (id, case_id, points, state, promised_at)
      VALUES (:id, :caseId, :points, :state, :promisedAt)
      ON CONFLICT (id) DO NOTHING
      """;

  private final Jdbi jdbi;

  Cases(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Case> withId(CaseId id) {
    return select(SELECT, id);
  }

  /** Locks the case until the transaction ends, so that its changes follow each other. */
  public Optional<Case> lockedWithId(CaseId id) {
    return select(SELECT + " FOR UPDATE OF c", id);
  }

  public void add(Case opened) {
    Matter matter = opened.matter();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(INSERT)
                .bind("id", opened.id().value())
                .bind("customerId", opened.owner().customer().value())
                .bind("cameFor", opened.owner().storedCameFor())
                .bind("kind", matter.kind().name())
                .bind("channel", matter.channel())
                .bind("category", matter.category())
                .bind("subject", matter.subject())
                .bind("description", matter.description())
                .bind("status", opened.status().name())
                .bind("openedAt", opened.progress().openedAt())
                .bind("clockDueAt", opened.clock().dueAt())
                .bind("version", opened.version())
                .execute());
  }

  /** Stores a changed case that was locked before; answers it with its new version. */
  public Case put(Case changed) {
    Progress progress = changed.progress();
    Resolution resolution = progress.resolution();
    long version =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(UPDATE)
                    .bind("id", changed.id().value())
                    .bind("status", changed.status().name())
                    .bind("acknowledgedAt", progress.acknowledgedAt())
                    .bind("resolutionSummary", resolution == null ? null : resolution.summary())
                    .bind("resolvedAt", resolution == null ? null : resolution.resolvedAt())
                    .bind("closedAt", progress.closedAt())
                    .bind("clockMetAt", changed.clock().metAt())
                    .bind("clockBreachedAt", changed.clock().breachedAt())
                    .mapTo(Long.class)
                    .one());
    Compensation compensation = changed.compensation();
    if (compensation != null) {
      promise(changed.id(), compensation);
    }
    return changed.withVersion(version);
  }

  private void promise(CaseId id, Compensation compensation) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(PROMISE)
                .bind("id", compensation.id().value())
                .bind("caseId", id.value())
                .bind("points", compensation.points().value())
                .bind("state", compensation.state().name())
                .bind("promisedAt", compensation.promisedAt())
                .execute());
  }

  private Optional<Case> select(String sql, CaseId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("id", id.value())
                .mapTo(CaseRow.class)
                .map(CaseRow::toCase)
                .findOne());
  }
}
