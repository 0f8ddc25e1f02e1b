package io.github.langgan.complaint.directory;

import io.github.langgan.complaint.model.CaseStatus;
import io.github.langgan.complaint.model.CustomerId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Listings of cases, the newest first. */
@Singleton
class CaseDirectory {

  /** Which cases, and where to go on; null doesn't narrow. */
  record Selection(
      @Nullable CustomerId customer, @Nullable CaseStatus status, @Nullable UUID before) {

    String where() {
      return "WHERE true"
          + (customer == null ? "" : " AND customer_id = " + MEANING)
          + (status == null ? "" : " AND status = :status")
          + (before == null ? "" : " AND id < :before");
    }
  }

  /** In the same statement, so that no merge comes in between. */
  private static final String MEANING =
      "coalesce((SELECT means FROM alias WHERE id = :customer), :customer)";

  private static final String SELECT =
      """
      SELECT id AS case_id, customer_id, kind, channel, category, subject, status, opened_at,
             clock_due_at AS resolution_due_at, clock_breached_at AS resolution_breached_at
        FROM cases %s ORDER BY id DESC LIMIT :limit
      """;

  private final Jdbi jdbi;

  CaseDirectory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<CaseSummary> list(Selection selection, int limit) {
    return jdbi.withHandle(
        handle -> {
          var query = handle.createQuery(SELECT.formatted(selection.where())).bind("limit", limit);
          if (selection.customer() != null) {
            query.bind("customer", selection.customer().value());
          }
          if (selection.status() != null) {
            query.bind("status", selection.status().name());
          }
          if (selection.before() != null) {
            query.bind("before", selection.before());
          }
          return query.mapTo(CaseSummary.class).list();
        });
  }
}
