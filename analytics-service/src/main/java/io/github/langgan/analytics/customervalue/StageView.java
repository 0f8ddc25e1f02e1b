package io.github.langgan.analytics.customervalue;

import io.github.langgan.analytics.model.Lifecycle;
import io.github.langgan.analytics.model.Lifecycle.Purchases;
import io.github.langgan.analytics.model.Recency;
import io.github.langgan.analytics.model.Stage;
import io.github.langgan.chassis.inbox.FreshnessView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "LifecycleStage",
    description = "Where in its life with the company a customer stands.")
record StageView(
    @Schema(required = true) Stage stage,
    @Schema(required = true, description = "Why, by which rule", maxLength = 300) String reason,
    @Schema(minimum = "0", description = "Whole days since the last purchase")
        @Nullable Long silentDays,
    @Schema(minimum = "0", description = "Whole days that usually pass between two purchases")
        @Nullable Long usualGapDays,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) FreshnessView freshness) {

  static StageView from(
      CustomerFigures figures, Lifecycle lifecycle, FreshnessView freshness, Instant now) {
    Purchases bought = figures.bought();
    if (bought == null) {
      return new StageView(
          Stage.PROSPECT, "has bought nothing yet", null, null, freshness.asOf(), freshness);
    }
    Stage stage = lifecycle.stageOf(bought, now);
    return new StageView(
        stage,
        reason(stage),
        Recency.days(bought.last(), now),
        lifecycle.usualGap(bought).toDays(),
        freshness.asOf(),
        freshness);
  }

  private static String reason(Stage stage) {
    return switch (stage) {
      case PROSPECT -> "has bought nothing yet";
      case NEW -> "has bought once, no longer ago than twice the usual gap between purchases";
      case ACTIVE -> "has bought no longer ago than twice the usual gap between its purchases";
      case LAPSING -> "has been silent for more than twice the usual gap between purchases";
      case LAPSED -> "has been silent for more than four times the usual gap between purchases";
    };
  }
}
