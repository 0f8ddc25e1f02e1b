package io.github.langgan.analytics.customervalue;

import io.github.langgan.chassis.alias.Aliases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The figures of one customer. */
@Singleton
class CustomerDirectory {

  private static final String FIGURES =
      """
      SELECT asked.customer_id, coalesce(a.purchases, 0) AS purchases, coalesce(a.returns, 0) AS returns,
             a.first_purchase_at, a.last_purchase_at,
             coalesce(a.cases_opened, 0) AS cases_opened,
             coalesce(a.cases_resolved, 0) AS cases_resolved,
             r.currency, r.monetary, s.recency AS recency_score, s.frequency AS frequency_score,
             s.monetary AS monetary_score, c.as_of AS scores_as_of, c.population,
             c.median_gap_seconds
        FROM (SELECT coalesce((SELECT means FROM alias WHERE id = :id), :id) AS customer_id) asked
        LEFT JOIN customer_activity a USING (customer_id)
        LEFT JOIN customer_rfm r USING (customer_id)
        LEFT JOIN customer_score s USING (customer_id)
        LEFT JOIN cut_points c ON true
       WHERE a.customer_id IS NOT NULL
          OR EXISTS (SELECT FROM registered_customer k WHERE k.customer_id = asked.customer_id)
          OR EXISTS (SELECT FROM alias m WHERE m.means = asked.customer_id)
      """;

  private static final String CURRENCIES =
      """
      SELECT currency, purchases, purchased, returned, cost, costed_revenue
        FROM customer_money WHERE customer_id = :id ORDER BY currency
      """;

  private final Jdbi jdbi;
  private final Aliases aliases;

  CustomerDirectory(Jdbi jdbi, Aliases aliases) {
    this.jdbi = jdbi;
    this.aliases = aliases;
  }

  record Found(CustomerFigures figures, List<CurrencyFigures> currencies) {}

  /**
   * The figures of the customer that the id means; empty when no event spoke of it. Reads again
   * when it was merged meanwhile, which takes the amounts away from under the figures.
   */
  Optional<Found> figures(UUID id) {
    while (true) {
      Optional<Found> found =
          totals(id).map(totals -> new Found(totals, currencies(totals.customerId())));
      UUID now = aliases.current(id);
      if (found.filter(one -> !one.figures().customerId().equals(now)).isEmpty()) {
        return found;
      }
    }
  }

  private Optional<CustomerFigures> totals(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(FIGURES).bind("id", id).mapTo(CustomerFigures.class).findOne());
  }

  private List<CurrencyFigures> currencies(UUID customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CURRENCIES)
                .bind("id", customer)
                .mapTo(CurrencyFigures.class)
                .list());
  }
}
