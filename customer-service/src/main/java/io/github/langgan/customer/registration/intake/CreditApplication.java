package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreditApplication", description = "What the customer wants to borrow.")
public record CreditApplication(
    @NotNull @Valid @Schema(description = "That is asked for; not zero")
        @Nullable StatedMoney amount,
    @NotNull @Min(1) @Max(600) @Schema(description = "In how many months it is paid back")
        @Nullable Integer termMonths,
    @Size(min = 1, max = 200) @Schema(description = "What for", examples = "A motorcycle")
        @Nullable String purpose,
    @Valid @Schema(description = "Of the applicant, after tax") @Nullable StatedMoney monthlyIncome,
    @Valid @Schema(description = "What other credits cost each month")
        @Nullable StatedMoney monthlyObligations,
    @Size(min = 1, max = 200) @Nullable String employer)
    implements FormDetails {

  @Override
  public IntakeForm form() {
    return IntakeForm.CREDIT_APPLICATION;
  }

  @Override
  public List<FieldError> errors(LocalDate latest) {
    List<FieldError> errors = new ArrayList<>();
    add(errors, "/amount", amount);
    if (amount != null && amount.isZero()) {
      errors.add(new FieldError("/amount/amount", "positive", "must be more than zero"));
    }
    add(errors, "/monthlyIncome", monthlyIncome);
    add(errors, "/monthlyObligations", monthlyObligations);
    return errors;
  }

  private static void add(List<FieldError> errors, String pointer, @Nullable StatedMoney money) {
    if (money != null) {
      money.error(pointer).ifPresent(errors::add);
    }
  }
}
