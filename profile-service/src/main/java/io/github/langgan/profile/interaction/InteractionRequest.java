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
@Schema(name = "NoteInteraction", description = "A contact with a customer")
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
