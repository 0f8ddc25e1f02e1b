package io.github.langgan.analytics.facts;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/** Adds cases to the facts, and counts them for their customers. */
@Singleton
public class RecordCases {

  private static final String UPSERT =
      """
      WITH incoming AS (
        SELECT case_id, customer_id, came_for, max(kind) AS kind, max(category) AS category,
               min(opened_at) AS opened_at, min(resolved_at) AS resolved_at
          FROM unnest(:ids::uuid[], :customers::uuid[], :cameFor::uuid[], :kinds::text[], :categories::text[],
                      :opened::text[]::timestamptz[], :resolved::text[]::timestamptz[])
            AS c (case_id, customer_id, came_for, kind, category, opened_at, resolved_at)
         GROUP BY case_id, customer_id, came_for
      ), upserted AS (
        INSERT INTO case_fact AS f
               (case_id, customer_id, came_for, kind, category, opened_at, resolved_at)
        SELECT * FROM incoming ORDER BY case_id
        ON CONFLICT (case_id) DO UPDATE
           SET opened_at = coalesce(f.opened_at, excluded.opened_at),
               resolved_at = coalesce(f.resolved_at, excluded.resolved_at)
        RETURNING new.customer_id,
                  (new.opened_at IS NOT NULL AND old.opened_at IS NULL)::int AS opened,
                  (new.resolved_at IS NOT NULL AND old.resolved_at IS NULL)::int AS resolved
      )
      INSERT INTO customer_activity AS a (customer_id, cases_opened, cases_resolved)
      SELECT customer_id, sum(opened), sum(resolved)
        FROM upserted GROUP BY customer_id ORDER BY customer_id
      ON CONFLICT (customer_id) DO UPDATE
         SET cases_opened = a.cases_opened + excluded.cases_opened,
             cases_resolved = a.cases_resolved + excluded.cases_resolved
      """;

  private final Jdbi jdbi;

  RecordCases(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void record(Collection<CaseFact> reported) {
    var cases = Columns.of(reported);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(UPSERT)
                .bind("ids", cases.uuids(CaseFact::caseId))
                .bind("customers", cases.uuids(fact -> fact.owner().customerId()))
                .bind("cameFor", cases.uuids(fact -> fact.owner().cameFor()))
                .bind("kinds", cases.texts(CaseFact::kind))
                .bind("categories", cases.texts(CaseFact::category))
                .bind("opened", cases.texts(CaseFact::openedAt))
                .bind("resolved", cases.texts(CaseFact::resolvedAt))
                .execute());
  }
}
