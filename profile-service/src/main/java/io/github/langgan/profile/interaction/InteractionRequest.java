package io.github.langgan.profile.interaction;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.profile.model.CustomerReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact with a customer, or with somebody who may turn out to be one. */
@Schema(
    name = "NoteInteraction",
    description = "A contact with a customer, named by either its id or an identifier")
public record InteractionRequest(
    @Nullable UUID customerId,
    @Valid @Schema(description = "Also of somebody of whom nobody knows yet who it is")
        @Nullable Identifier identifier,
    @NotNull @Code @Size(min = 1, max = 40) @Schema(examples = "PHONE") @Nullable String channel,
    @NotNull @Nullable Direction direction,
    @NotNull @Schema(description = "At most a day in the future") @Nullable Instant occurredAt,
    @NotBlank @Size(max = 2000) @Schema(description = "What it was about")
        @Nullable String summary) {

  /** What a source knows somebody by: a prepaid number, a device. */
  @Schema(name = "InteractionIdentifier")
  public record Identifier(
      @NotNull @Code @Size(min = 1, max = 60) @Schema(examples = "device") @Nullable String source,
      @NotNull @Code @Size(min = 1, max = 100) @Schema(examples = "b7f1c2e0")
          @Nullable String value) {

    CustomerReference reference() {
      return CustomerReference.toIdentifier(
          Objects.requireNonNull(source), Objects.requireNonNull(value));
    }
  }

  /** As the company sees it. */
  public enum Direction {
    IN,
    OUT
  }
}
