package io.github.langgan.loyalty.proposition;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RaiseBudget", examples = "{\"offers\":5000,\"cost\":\"2500.00\"}")
record RaiseBudgetRequest(
    @NotNull @PositiveOrZero @Max(1_000_000_000) @Schema(description = "More than now") Long offers,
    @Code
        @Pattern(regexp = CreatePropositionRequest.MONEY)
        @Schema(description = "More than now; absent: as much as before")
        @Nullable String cost) {}
