package io.github.langgan.profile.disclosing;

import io.github.langgan.chassis.disclosure.HeldData;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What we hold of a customer. */
@Singleton
class HeldHistory implements HeldData {

  private static final Map<String, String> GIVEN = new LinkedHashMap<>();
  private static final Map<String, String> MADE = new LinkedHashMap<>();

  static {
    GIVEN.put(
        "transactions",
        """
        SELECT t.transaction_id AS "transactionId", t.partner, t.external_id AS "externalId", t.type,
               t.occurred_at AS "occurredAt", t.recorded_at AS "recordedAt",
               t.customer_id AS "customerId", t.reference, t.currency, t.channel, t.total
          FROM transaction t
         WHERE t.customer_id = ANY(:owners)
           AND coalesce(t.came_for, t.customer_id) = ANY(:subjects)
         ORDER BY t.transaction_id
        """);
    // a transaction may have so many that all together don't fit into an event
    GIVEN.put(
        "lines",
        """
        SELECT l.transaction_id AS "transactionId", l.line, l.product, l.name, l.category,
               l.quantity, l.unit_price AS "unitPrice", l.discount, l.amount
          FROM transaction t JOIN transaction_line l USING (transaction_id)
         WHERE t.customer_id = ANY(:owners)
           AND coalesce(t.came_for, t.customer_id) = ANY(:subjects)
         ORDER BY l.transaction_id, l.line
        """);
    MADE.put(
        "interactions",
        """
        SELECT interaction_id AS "interactionId", customer_id AS "customerId", channel, direction,
               occurred_at AS "occurredAt", summary
          FROM interaction
         WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
         ORDER BY interaction_id
        """);
    MADE.put(
        "timeline",
        """
        SELECT at, type, subject_id AS "subjectId", details
          FROM timeline_entry
         WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
         ORDER BY at, entry_id
        """);
    MADE.put(
        "namedBy",
        """
        SELECT DISTINCT reference FROM customer_reference
         WHERE customer_id = ANY(:subjects) ORDER BY 1
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
