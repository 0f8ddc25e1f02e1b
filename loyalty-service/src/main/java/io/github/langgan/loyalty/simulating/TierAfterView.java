package io.github.langgan.loyalty.simulating;

import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.representation.NextTierView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TierAfterPurchase", description = "The tier that the member would have then.")
record TierAfterView(
    @Schema(required = true) String code,
    @Schema(required = true) String name,
    @Schema(description = "Absent: no time would end it") @Nullable Instant until,
    @Schema(description = "What would be missing then; absent on the highest level")
        @Nullable NextTierView next) {

  static TierAfterView from(Held held) {
    return new TierAfterView(
        held.level().code(), held.level().name(), held.until(), NextTierView.after(held));
  }
}
