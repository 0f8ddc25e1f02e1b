package io.github.langgan.complaint.disclosing;

import io.github.langgan.chassis.disclosure.HeldData;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What we hold of a customer. */
@Singleton
class HeldCases implements HeldData {

  private static final Map<String, String> GIVEN = new LinkedHashMap<>();
  private static final Map<String, String> MADE = new LinkedHashMap<>();

  static {
    GIVEN.put(
        "cases",
        """
        SELECT id AS "caseId", customer_id AS "customerId", kind, channel, category, subject,
               description, opened_at AS "openedAt"
          FROM cases
         WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
         ORDER BY id
        """);
    MADE.put(
        "answers",
        """
        SELECT c.id AS "caseId", c.status, c.acknowledged_at AS "acknowledgedAt",
               c.resolution_summary AS "resolution", c.resolved_at AS "resolvedAt",
               c.closed_at AS "closedAt", p.points AS "compensationPoints", p.state AS "compensation"
          FROM cases c LEFT JOIN compensation p ON p.case_id = c.id
         WHERE c.customer_id = ANY(:owners)
           AND coalesce(c.came_for, c.customer_id) = ANY(:subjects)
         ORDER BY c.id
        """);
  }

  @Override
  public Map<String, String> given() {
    return GIVEN;
  }

  @Override
  public Map<String, String> made() {
    return MADE;
  }
}
