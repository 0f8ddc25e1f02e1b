package io.github.langgan.analytics.totals;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Summary", description = "All transactions together.")
record SummaryView(
    @Schema(required = true, minimum = "0") long transactions,
    @Schema(required = true, minimum = "0") long lines,
    @Schema(required = true, minimum = "0", description = "With at least one transaction")
        long customers,
    @Schema(required = true, maxItems = 200) List<CurrencyView> currencies,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) FreshnessView freshness) {

  @Schema(name = "CurrencySummary")
  record CurrencyView(
      @Schema(required = true, pattern = "^[A-Z]{3}$") String currency,
      @Schema(required = true, minimum = "0") long purchases,
      @Schema(required = true, minimum = "0") long returns,
      @Schema(required = true, minimum = "0", description = "Transactions of nobody known")
          long anonymous,
      @Schema(required = true, description = "Bought") Money grossRevenue,
      @Schema(required = true, description = "Given back") Money returned,
      @Schema(required = true, description = "Bought less given back") Money netRevenue,
      @Schema(required = true, description = "Net, of nobody known") Money anonymousNetRevenue) {

    static CurrencyView from(CurrencyTotals totals) {
      return new CurrencyView(
          totals.currency(),
          totals.purchases(),
          totals.returns(),
          totals.anonymous(),
          money(totals, totals.purchased()),
          money(totals, totals.returned()),
          money(totals, totals.purchased().subtract(totals.returned())),
          money(totals, totals.anonymousNet()));
    }

    private static Money money(CurrencyTotals totals, BigDecimal amount) {
      return new Money(amount, totals.currency());
    }
  }

  static SummaryView from(List<CurrencyTotals> totals, long customers, FreshnessView freshness) {
    return new SummaryView(
        totals.stream().mapToLong(t -> t.purchases() + t.returns()).sum(),
        totals.stream().mapToLong(CurrencyTotals::lines).sum(),
        customers,
        totals.stream().map(CurrencyView::from).toList(),
        freshness.asOf(),
        freshness);
  }
}
