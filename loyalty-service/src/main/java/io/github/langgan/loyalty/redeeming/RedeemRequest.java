package io.github.langgan.loyalty.redeeming;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Redeem", examples = "{\"points\":500}")
record RedeemRequest(
    @NotNull @Positive @Max(RedeemRequest.MOST) @Schema(description = "How many points to spend")
        @Nullable Long points) {

  static final long MOST = 1_000_000_000_000L;
}
