package io.github.langgan.analytics.customervalue;

import io.github.langgan.analytics.model.Lifecycle.Purchases;
import io.github.langgan.analytics.model.RfmScores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one customer, apart from the amounts by currency.
 *
 * @param customerId whose it is, which another id may have been asked for
 * @param currency in which the customer buys most often, and {@code monetary} is
 * @param population how many customers the scores compare
 * @param medianGapSeconds between two purchases, of half the customers
 */
record CustomerFigures(
    UUID customerId,
    int purchases,
    int returns,
    @Nullable Instant firstPurchaseAt,
    @Nullable Instant lastPurchaseAt,
    int casesOpened,
    int casesResolved,
    @Nullable String currency,
    @Nullable BigDecimal monetary,
    @Nullable Integer recencyScore,
    @Nullable Integer frequencyScore,
    @Nullable Integer monetaryScore,
    @Nullable Instant scoresAsOf,
    @Nullable Integer population,
    @Nullable Long medianGapSeconds) {

  @Nullable RfmScores scores() {
    return recencyScore == null || frequencyScore == null || monetaryScore == null
        ? null
        : new RfmScores(recencyScore, frequencyScore, monetaryScore);
  }

  /** Null for a customer who has bought nothing. */
  @Nullable Purchases bought() {
    return firstPurchaseAt == null || lastPurchaseAt == null
        ? null
        : new Purchases(purchases, firstPurchaseAt, lastPurchaseAt);
  }
}
