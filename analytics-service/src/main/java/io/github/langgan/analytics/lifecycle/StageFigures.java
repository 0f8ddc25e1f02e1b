package io.github.langgan.analytics.lifecycle;

import io.github.langgan.analytics.contract.LifecycleChangedV1;
import io.github.langgan.analytics.model.Lifecycle;
import io.github.langgan.analytics.model.Lifecycle.Purchases;
import io.github.langgan.analytics.model.Stage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's stage follows from.
 *
 * @param knownStage as it was last published; null for who had bought nothing
 */
record StageFigures(
    UUID customerId,
    int purchases,
    @Nullable Instant firstPurchaseAt,
    @Nullable Instant lastPurchaseAt,
    @Nullable Stage knownStage) {

  /** Empty when it is in the stage that is known. */
  Optional<LifecycleChangedV1> changed(Lifecycle lifecycle, Instant now) {
    Stage known = knownStage == null ? Stage.PROSPECT : knownStage;
    if (firstPurchaseAt == null || lastPurchaseAt == null) {
      return known == Stage.PROSPECT ? Optional.empty() : Optional.of(to(Stage.PROSPECT, now, now));
    }
    Purchases bought = new Purchases(purchases, firstPurchaseAt, lastPurchaseAt);
    Stage stage = lifecycle.stageOf(bought, now);
    return stage == known
        ? Optional.empty()
        : Optional.of(to(stage, lifecycle.since(stage, bought), now));
  }

  private LifecycleChangedV1 to(Stage stage, Instant since, Instant now) {
    return new LifecycleChangedV1(
        customerId, stage.name(), knownStage == null ? null : knownStage.name(), since, now);
  }
}
