package io.github.langgan.loyalty.tiering;

import io.github.langgan.loyalty.model.tier.Freeze;
import io.github.langgan.loyalty.model.tier.FreezeReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "TierFreeze",
    description = "A time in which a tier doesn't fall.",
    examples =
        """
        {"freezeId":"019b0c30-1a2b-7c3d-8e4f-5a6b7c8d9e0f","reason":"RETURN_PENDING",\
        "since":"2026-03-06T03:00:00Z","until":"2026-03-20T17:00:00Z"}""")
record TierFreezeView(
    @Schema(required = true) UUID freezeId,
    @Schema(required = true) FreezeReason reason,
    @Schema(required = true) Instant since,
    @Nullable Instant until) {

  static TierFreezeView from(Freeze freeze) {
    return new TierFreezeView(freeze.id(), freeze.reason(), freeze.startsAt(), freeze.endsAt());
  }
}
