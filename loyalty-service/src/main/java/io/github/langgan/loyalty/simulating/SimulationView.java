package io.github.langgan.loyalty.simulating;

import io.github.langgan.loyalty.model.ledger.Unearned;
import io.github.langgan.loyalty.representation.ContributionView;
import io.github.langgan.loyalty.representation.FailureView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SimulatedPurchase", description = "What the purchase would earn now.")
record SimulationView(
    @Schema(required = true) UUID membershipId,
    @Schema(required = true, minimum = "0") long points,
    @Schema(required = true, description = "Of the program's terms") int ruleVersion,
    @Schema(required = true, description = "Their sum, rounded once, is the points")
        List<ContributionView> contributions,
    @Schema(required = true) List<FailureView> failures,
    @Schema(description = "Why it would earn nothing, whatever it is worth")
        @Nullable Unearned note,
    @Schema(description = "From when on the points could be spent; absent: at once, or no points")
        @Nullable Instant activeAt,
    @Schema(description = "When the points would expire; absent: never, or no points")
        @Nullable Instant expiresAt,
    @Schema(description = "After the purchase; absent while the program has no tiers")
        @Nullable TierAfterView tier) {}
