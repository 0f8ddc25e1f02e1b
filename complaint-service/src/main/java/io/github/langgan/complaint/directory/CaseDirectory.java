package io.github.langgan.complaint.directory;

import io.github.langgan.complaint.model.CaseStatus;
import io.github.langgan.complaint.model.CustomerId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Listings of cases, the newest first. */
@Singleton
class CaseDirectory {

  /** Which cases, and where to go on; null doesn't narrow. */
  record Selection(
      @Nullable CustomerId customer, @Nullable CaseStatus status, @Nullable UUID before) {

    String where() {
      return "WHERE true"
          + (customer == null ? "" : " AND customer_id = asked.means")
          + (status == null ? "" : " AND status = :status")
          + (before == null ? "" : " AND id < :before");
    }
  }

  /**
   * @param of whom the customer's id means now; null when none was asked for
   */
  record Listing(@Nullable UUID of, List<CaseSummary> cases) {

    /** One row without a case when there is none. */
    private Listing with(RowView row) {
      if (row.getColumn("case_id", UUID.class) != null) {
        cases.add(row.getRow(CaseSummary.class));
      }
      return new Listing(row.getColumn("means", UUID.class), cases);
    }
  }

  /** Whom the id means in the same statement, so that no merge comes in between. */
  private static final String SELECT =
      """
      SELECT asked.means, found.*
        FROM (SELECT coalesce((SELECT means FROM alias WHERE id = :customer), :customer) AS means)
             asked
        LEFT JOIN LATERAL (
          SELECT id AS case_id, customer_id, kind, channel, category, subject, status, opened_at,
                 clock_due_at AS resolution_due_at, clock_breached_at AS resolution_breached_at
            FROM cases %s ORDER BY id DESC LIMIT :limit) found ON true
       ORDER BY found.case_id DESC
      """;

  private final Jdbi jdbi;

  CaseDirectory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Listing list(Selection selection, int limit) {
    return jdbi.withHandle(
        handle -> {
          CustomerId customer = selection.customer();
          var query =
              handle
                  .createQuery(SELECT.formatted(selection.where()))
                  .bindByType("customer", customer == null ? null : customer.value(), UUID.class)
                  .bind("limit", limit);
          if (selection.status() != null) {
            query.bind("status", selection.status().name());
          }
          if (selection.before() != null) {
            query.bind("before", selection.before());
          }
          return query.reduceRows(new Listing(null, new ArrayList<>()), Listing::with);
        });
  }
}
