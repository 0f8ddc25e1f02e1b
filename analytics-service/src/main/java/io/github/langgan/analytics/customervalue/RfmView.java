package io.github.langgan.analytics.customervalue;

import io.github.langgan.analytics.model.Recency;
import io.github.langgan.analytics.model.RfmScores;
import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.money.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Rfm", description = "Recency, frequency and monetary value.")
record RfmView(
    @Schema(required = true, minimum = "0", description = "Whole days since the last purchase")
        long recencyDays,
    @Schema(required = true, minimum = "1", description = "Purchases") int frequency,
    @Schema(description = "Net of returns, in the currency of most purchases")
        @Nullable Money monetary,
    @Schema(description = "Absent while too few customers are known to compare with")
        @Nullable ScoresView scores,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) FreshnessView freshness) {

  @Schema(
      name = "RfmScores",
      description =
          "Quintiles among all customers with a purchase, 5 is best; equals score equally.")
  record ScoresView(
      @Schema(required = true, minimum = "1", maximum = "5") int recency,
      @Schema(required = true, minimum = "1", maximum = "5") int frequency,
      @Schema(required = true, minimum = "1", maximum = "5") int monetary,
      @Schema(required = true, minimum = "5", description = "How many customers are compared")
          int population,
      @Schema(required = true, description = "When the quintiles were cut") Instant asOf) {}

  static @Nullable RfmView from(CustomerFigures figures, FreshnessView freshness, Instant now) {
    if (figures.lastPurchaseAt() == null) {
      return null;
    }
    return new RfmView(
        Recency.days(figures.lastPurchaseAt(), now),
        figures.purchases(),
        figures.monetary() == null || figures.currency() == null
            ? null
            : new Money(figures.monetary(), figures.currency()),
        scores(figures),
        freshness.asOf(),
        freshness);
  }

  private static @Nullable ScoresView scores(CustomerFigures figures) {
    RfmScores scores = figures.scores();
    return scores == null || figures.population() == null || figures.scoresAsOf() == null
        ? null
        : new ScoresView(
            scores.recency(),
            scores.frequency(),
            scores.monetary(),
            figures.population(),
            figures.scoresAsOf());
  }
}
