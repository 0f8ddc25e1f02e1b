package io.github.langgan.loyalty.reward;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Restock", examples = "{\"by\":25}")
record RestockRequest(
    @NotNull
        @Min(-CreateRewardRequest.MOST_STOCK)
        @Max(CreateRewardRequest.MOST_STOCK)
        @Schema(description = "Pieces that came; negative: that are not there any more")
        @Nullable Long by) {}
