package io.github.langgan.loyalty.explaining;

import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.representation.ContributionView;
import io.github.langgan.loyalty.representation.FailureView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Earning", description = "Why a purchase earned what it earned.")
record EarningView(
    @Schema(required = true) UUID transactionId,
    @Schema(required = true) String partner,
    @Schema(required = true, description = "The receipt's number at the partner") String externalId,
    @Schema(required = true) Instant occurredAt,
    @Schema(required = true) UUID entryId,
    @Schema(description = "Absent when it earned nothing") @Nullable UUID lotId,
    @Schema(required = true, description = "Of the program's terms") int ruleVersion,
    @Schema(required = true) Rounding rounding,
    @Schema(required = true, minimum = "0") long points,
    @Schema(
            required = true,
            minimum = "0",
            description = "What it still counts for, after what came back")
        long standing,
    @Schema(required = true, description = "Their sum, rounded once, is the points")
        List<ContributionView> contributions,
    @Schema(required = true) List<FailureView> failures,
    @Schema(description = "What is left of the purchase; absent: all, or nothing")
        @Nullable RestView rest) {

  @Schema(name = "RestOfPurchase", description = "As if only that had been bought.")
  record RestView(
      @Schema(required = true, minimum = "0") long points,
      @Schema(required = true) List<ContributionView> contributions) {}
}
