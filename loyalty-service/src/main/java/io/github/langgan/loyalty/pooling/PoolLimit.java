package io.github.langgan.loyalty.pooling;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "PoolLimit",
    description = "The most of a member's points that others of its pool spend.",
    examples = "{\"points\":5000,\"period\":\"MONTH\"}")
record PoolLimit(
    @NotNull @PositiveOrZero @Max(1_000_000_000_000L) @Nullable Long points,
    @NotNull @Schema(description = "Of the calendar, where the program lives")
        @Nullable CapPeriod period) {

  static @Nullable PoolLimit from(@Nullable PointsLimit limit) {
    return limit == null ? null : new PoolLimit(limit.points(), limit.period());
  }

  static @Nullable PointsLimit limit(@Nullable PoolLimit stated) {
    return stated == null
        ? null
        : new PointsLimit(requireNonNull(stated.points()), requireNonNull(stated.period()));
  }
}
