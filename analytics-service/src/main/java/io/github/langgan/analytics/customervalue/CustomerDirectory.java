package io.github.langgan.analytics.customervalue;

import io.github.langgan.analytics.model.CustomerId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The figures of one customer. */
@Singleton
class CustomerDirectory {

  private static final String FIGURES =
      """
      SELECT coalesce(a.purchases, 0) AS purchases, coalesce(a.returns, 0) AS returns,
             a.first_purchase_at, a.last_purchase_at,
             coalesce(a.cases_opened, 0) AS cases_opened,
             coalesce(a.cases_resolved, 0) AS cases_resolved,
             r.currency, r.monetary, s.recency AS recency_score, s.frequency AS frequency_score,
             s.monetary AS monetary_score, c.as_of AS scores_as_of, c.population,
             c.median_gap_seconds
        FROM (SELECT customer_id FROM registered_customer WHERE customer_id = :id
              UNION SELECT customer_id FROM customer_activity WHERE customer_id = :id) known
        LEFT JOIN customer_activity a USING (customer_id)
        LEFT JOIN customer_rfm r USING (customer_id)
        LEFT JOIN customer_score s USING (customer_id)
        LEFT JOIN cut_points c ON true
      """;

  private static final String CURRENCIES =
      """
      SELECT currency, purchases, purchased, returned, cost, costed_revenue
        FROM customer_money WHERE customer_id = :id ORDER BY currency
      """;

  private final Jdbi jdbi;

  CustomerDirectory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Empty for a customer that no event spoke of. */
  Optional<CustomerFigures> figures(CustomerId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIGURES)
                .bind("id", id.value())
                .mapTo(CustomerFigures.class)
                .findOne());
  }

  List<CurrencyFigures> currencies(CustomerId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CURRENCIES)
                .bind("id", id.value())
                .mapTo(CurrencyFigures.class)
                .list());
  }
}
