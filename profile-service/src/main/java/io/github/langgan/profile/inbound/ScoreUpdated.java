package io.github.langgan.profile.inbound;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code score.updated}.
 *
 * @param revenue net of returns, for each currency
 * @param rfm null while too little is known
 */
record ScoreUpdated(
    UUID customerId,
    Instant asOf,
    @Nullable Instant lastPurchaseAt,
    long purchases,
    List<Revenue> revenue,
    @Nullable Rfm rfm) {

  record Revenue(BigDecimal amount, String currency) {}

  /** Each from 1 to 5, 5 the best. */
  record Rfm(int recency, int frequency, int monetary) {}
}
