package io.github.langgan.loyalty.pin;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SetPin", examples = "{\"pin\":\"4071\"}")
record PinRequest(
    @NotNull
        @Code
        @Pattern(regexp = "[0-9]{4,8}")
        @Schema(
            description =
                "4 to 8 digits, neither all the same nor one up or down from each to the next")
        @Nullable String pin) {

  /** What everybody tries first. */
  boolean isGuessable() {
    return isSteady(0) || isSteady(1) || isSteady(-1);
  }

  private boolean isSteady(int step) {
    String digits = requireNonNull(pin);
    for (int i = 1; i < digits.length(); i++) {
      if (digits.charAt(i) - digits.charAt(i - 1) != step) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "PinRequest";
  }
}
