package io.github.langgan.analytics.customervalue;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.money.Money;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CustomerValue",
    description = "What the customer's transactions come to, each amount once per currency.")
record ValueView(
    @Schema(required = true, minimum = "0") int purchases,
    @Schema(required = true, minimum = "0") int returns,
    @Nullable Instant firstPurchaseAt,
    @Nullable Instant lastPurchaseAt,
    @Schema(required = true, maxItems = 200, description = "Bought less given back")
        List<Money> revenue,
    @Schema(required = true, maxItems = 200, description = "Bought") List<Money> purchased,
    @Schema(required = true, maxItems = 200, description = "Given back") List<Money> returned,
    @Schema(required = true, maxItems = 200, description = "Of one purchase")
        List<Money> averagePurchase,
    @Schema(
            required = true,
            maxItems = 200,
            description = "Revenue less cost of goods, of the lines whose cost is known")
        List<Money> margin,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) FreshnessView freshness) {

  static @Nullable ValueView from(
      CustomerFigures figures, List<CurrencyFigures> currencies, FreshnessView freshness) {
    if (currencies.isEmpty()) {
      return null;
    }
    return new ValueView(
        figures.purchases(),
        figures.returns(),
        figures.firstPurchaseAt(),
        figures.lastPurchaseAt(),
        currencies.stream().map(CurrencyFigures::revenue).toList(),
        currencies.stream().map(c -> c.money(c.purchased())).toList(),
        currencies.stream().map(c -> c.money(c.returned())).toList(),
        currencies.stream()
            .filter(c -> c.purchases() > 0)
            .map(CurrencyFigures::averagePurchase)
            .toList(),
        currencies.stream().filter(CurrencyFigures::isCosted).map(CurrencyFigures::profit).toList(),
        freshness.asOf(),
        freshness);
  }
}
