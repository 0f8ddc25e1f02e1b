package io.github.langgan.profile.interaction;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact with a customer. */
@Schema(
    example =
        """
        {"customerId":"018f0c5e-0a01-7d10-8a10-0d2b6a1f3c01","channel":"PHONE","direction":"IN",\
        "occurredAt":"2026-01-05T03:00:00Z","summary":"Asked when the shop opens"}""")
public record InteractionRequest(
    @NotNull @Nullable UUID customerId,
    @NotNull @Code @Size(min = 1, max = 40) @Schema(examples = "PHONE") @Nullable String channel,
    @NotNull @Nullable Direction direction,
    @NotNull @Schema(description = "At most a day in the future") @Nullable Instant occurredAt,
    @NotBlank @Size(max = 2000) @Schema(description = "What it was about")
        @Nullable String summary) {

  /** As the company sees it. */
  public enum Direction {
    IN,
    OUT
  }
}
