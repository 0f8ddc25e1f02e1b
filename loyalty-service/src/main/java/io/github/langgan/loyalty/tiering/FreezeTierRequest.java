package io.github.langgan.loyalty.tiering;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "FreezeTier",
    description = "Why a tier must not fall, and until when.",
    examples = "{\"reason\":\"RETURN_PENDING\",\"until\":\"2026-03-20T17:00:00Z\"}")
record FreezeTierRequest(
    @NotNull @Schema(description = "A return is announced and not recorded yet") Reason reason,
    @NotNull @Schema(description = "Within a year; a return that is recorded ends it sooner")
        Instant until) {

  @Schema(name = "StatedFreezeReason")
  enum Reason {
    RETURN_PENDING
  }
}
