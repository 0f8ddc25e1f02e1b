package io.github.langgan.analytics.scoring;

import io.github.langgan.analytics.contract.ScoreUpdatedV1;
import io.github.langgan.analytics.model.Recency;
import io.github.langgan.analytics.model.RfmScores;
import io.github.langgan.chassis.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's purchases come to, as stored.
 *
 * @param changed whether the scores are other than those before
 */
public record ScoredCustomer(
    UUID customerId,
    int purchases,
    @Nullable Instant lastPurchaseAt,
    List<String> currencies,
    List<BigDecimal> revenues,
    @Nullable Integer recency,
    @Nullable Integer frequency,
    @Nullable Integer monetary,
    boolean changed) {

  @Nullable RfmScores scores() {
    return recency == null || frequency == null || monetary == null
        ? null
        : new RfmScores(recency, frequency, monetary);
  }

  public ScoreUpdatedV1 updatedAt(Instant now) {
    RfmScores scores = scores();
    return new ScoreUpdatedV1(
        customerId,
        now,
        lastPurchaseAt,
        purchases,
        IntStream.range(0, currencies.size())
            .mapToObj(i -> new Money(revenues.get(i), currencies.get(i)))
            .toList(),
        lastPurchaseAt == null ? null : Recency.days(lastPurchaseAt, now),
        scores == null
            ? null
            : new ScoreUpdatedV1.Rfm(scores.recency(), scores.frequency(), scores.monetary()));
  }
}
