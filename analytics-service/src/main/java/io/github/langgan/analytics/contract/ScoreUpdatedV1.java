package io.github.langgan.analytics.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ScoreUpdatedV1(
    UUID customerId,
    Instant asOf,
    @Nullable Instant lastPurchaseAt,
    int purchases,
    List<Money> revenue,
    @Nullable Long recencyDays,
    @Nullable Rfm rfm)
    implements PublishedEvent {

  public record Rfm(int recency, int frequency, int monetary) {}

  @Override
  public String type() {
    return "score.updated";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
