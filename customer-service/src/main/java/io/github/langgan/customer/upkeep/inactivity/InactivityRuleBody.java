package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.InvalidValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "InactivityRuleRequest",
    description = "Customers who did nothing for so many periods are archived.")
record InactivityRuleBody(
    @NotNull
        @Pattern(regexp = PERIOD)
        @Schema(description = "Of years, months, weeks or days (ISO 8601)", examples = "P1M")
        @Nullable String period,
    @NotNull @Min(1) @Max(1000) @Nullable Integer periods,
    @Schema(description = "Only those; all when it is missing") @Nullable CustomerKind kind,
    @Pattern(regexp = PARTNER)
        @Schema(description = "Only those that this partner registered; all when it is missing")
        @Nullable String partner) {

  private static final String PERIOD = "P(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?";
  private static final String PARTNER = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";

  InactivityRule toRule(String code) {
    return new InactivityRule(code, length(), Objects.requireNonNull(periods), kind, partner);
  }

  private Period length() {
    try {
      return Period.parse(Objects.requireNonNull(period));
    } catch (DateTimeException e) {
      throw new InvalidValue("period", "period", "must be a period, like P1M");
    }
  }
}
