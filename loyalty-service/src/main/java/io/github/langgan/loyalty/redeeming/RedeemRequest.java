package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Redeem", examples = "{\"points\":500}")
record RedeemRequest(
    @NotNull @Positive @Max(RedeemRequest.MOST) @Schema(description = "How many points to spend")
        @Nullable Long points,
    @Code
        @Pattern(regexp = "[0-9]{16}")
        @Schema(
            description =
                "The number of the card that was presented, which must be an active one of the"
                    + " membership; absent: the member is known otherwise")
        @Nullable String card) {

  static final long MOST = 1_000_000_000_000L;
}
