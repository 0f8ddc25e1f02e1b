package io.github.langgan.loyalty.tiering;

import io.github.langgan.loyalty.model.tier.Floor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "TierGrant",
    description = "A level that staff gave.",
    examples =
        """
        {"grantId":"019b0c31-2b3c-7d4e-8f5a-6b7c8d9e0f1a","level":"GOLD",\
        "since":"2026-03-06T03:00:00Z","until":"2026-12-31T17:00:00Z",\
        "reason":"MOVED_FROM_OTHER_PROGRAM"}""")
record TierGrantView(
    @Schema(required = true) UUID grantId,
    @Schema(required = true) String level,
    @Schema(required = true) Instant since,
    @Schema(required = true) Instant until,
    @Schema(required = true) String reason) {

  static TierGrantView from(Floor floor) {
    return new TierGrantView(
        floor.id(), floor.level(), floor.startsAt(), floor.endsAt(), floor.reason());
  }
}
