package io.github.langgan.analytics.customervalue;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.money.Money;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CustomerProfit",
    description = "Of the lines whose cost is known; so far after the cost of goods alone.")
record ProfitView(
    @Schema(required = true, maxItems = 200) List<ProfitInCurrency> currencies,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) FreshnessView freshness) {

  @Schema(name = "ProfitInCurrency")
  record ProfitInCurrency(
      @Schema(required = true, description = "Of the lines whose cost is known")
          Money costedRevenue,
      @Schema(required = true) Money costOfGoods,
      @Schema(required = true) Money profit,
      @Schema(required = true, description = "Of all lines, to see what part is covered")
          Money revenue) {

    static ProfitInCurrency from(CurrencyFigures figures) {
      return new ProfitInCurrency(
          figures.money(figures.costedRevenue()),
          figures.money(figures.cost()),
          figures.profit(),
          figures.revenue());
    }
  }

  static @Nullable ProfitView from(List<CurrencyFigures> currencies, FreshnessView freshness) {
    List<ProfitInCurrency> known =
        currencies.stream().filter(CurrencyFigures::isCosted).map(ProfitInCurrency::from).toList();
    return known.isEmpty() ? null : new ProfitView(known, freshness.asOf(), freshness);
  }
}
