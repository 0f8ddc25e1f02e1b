package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.NeverMatches;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NeverMatch")
public record NeverMatchView(
    @Schema(required = true) UUID neverMatchId,
    @Schema(required = true) UUID customerId,
    @Schema(required = true) UUID otherCustomerId,
    @Schema(required = true) String reason,
    @Schema(required = true) String saidBy,
    @Schema(required = true) Instant saidAt) {

  static NeverMatchView of(NeverMatches.Pair pair) {
    return new NeverMatchView(
        pair.id(), pair.one(), pair.other(), pair.reason(), pair.saidBy(), pair.saidAt());
  }
}
