package io.github.langgan.analytics.disclosing;

import io.github.langgan.chassis.disclosure.HeldData;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What we hold of a customer: of records that are merged the survivor's only, since it can't be
 * divided.
 */
@Singleton
class HeldFigures implements HeldData {

  private static final Map<String, String> MADE = new LinkedHashMap<>();

  static {
    MADE.put(
        "figures",
        """
        SELECT customer_id AS "customerId", purchases, returns,
               first_purchase_at AS "firstPurchaseAt", last_purchase_at AS "lastPurchaseAt",
               cases_opened AS "casesOpened", cases_resolved AS "casesResolved"
          FROM customer_activity WHERE customer_id = ANY(:subjects) ORDER BY customer_id
        """);
    MADE.put(
        "money",
        """
        SELECT customer_id AS "customerId", currency, purchases, purchased, returned, cost
          FROM customer_money WHERE customer_id = ANY(:subjects) ORDER BY customer_id, currency
        """);
    MADE.put(
        "scores",
        """
        SELECT customer_id AS "customerId", recency, frequency, monetary,
               scored_at AS "scoredAt"
          FROM customer_score WHERE customer_id = ANY(:subjects) ORDER BY customer_id
        """);
    MADE.put(
        "stages",
        """
        SELECT customer_id AS "customerId", stage, since
          FROM customer_stage WHERE customer_id = ANY(:subjects) ORDER BY customer_id
        """);
  }

  @Override
  public Map<String, String> given() {
    return Map.of();
  }

  @Override
  public Map<String, String> made() {
    return MADE;
  }
}
