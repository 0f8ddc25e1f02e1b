package io.github.langgan.loyalty.simulating;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "SimulatePurchase",
    description = "A purchase that the member may make.",
    examples =
        """
        {"channel":"STORE","lines":[{"product":"85123A","category":"HOME","quantity":6,\
        "unitPrice":"25500"}]}""")
record SimulationRequest(
    @Schema(description = "Absent: now") @Nullable Instant occurredAt,
    @Code @Pattern(regexp = "[A-Z]{3}") @Schema(description = "ISO 4217; absent: the program's")
        @Nullable String currency,
    @Code @Size(max = 40) @Nullable String channel,
    @Code @Size(max = 100) @Schema(description = "Where it would be made") @Nullable String partner,
    @NotEmpty @Size(max = 2_000) @Valid List<LineRequest> lines) {

  @Schema(name = "SimulatedLine")
  record LineRequest(
      @NotBlank @Size(max = 100) String product,
      @Size(max = 100) @Nullable String category,
      @NotNull @Positive @Max(1_000_000_000L) Long quantity,
      @NotNull @Pattern(regexp = Patterns.MONEY) String unitPrice,
      @Pattern(regexp = Patterns.MONEY)
          @Schema(description = "Of the whole line", defaultValue = "0")
          @Nullable String discount) {}

  /** Money, none or more. */
  static final class Patterns {
    static final String MONEY = "[0-9]{1,14}(\\.[0-9]{1,4})?";

    private Patterns() {}
  }
}
