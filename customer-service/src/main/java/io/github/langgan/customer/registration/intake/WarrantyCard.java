package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.chassis.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WarrantyCard", description = "A product that the customer bought and registers.")
public record WarrantyCard(
    @NotNull @Valid @Nullable Product product,
    @Code @Size(min = 1, max = 60) @Schema(description = "Of this piece", examples = "306MAXY0T212")
        @Nullable String serialNumber,
    @NotNull @Nullable LocalDate boughtOn,
    @Size(min = 1, max = 200)
        @Schema(description = "The shop", examples = "Electronic City Kelapa Gading")
        @Nullable String boughtFrom,
    @Valid @Schema(description = "What was paid for it") @Nullable StatedMoney price,
    @Schema(description = "The last day of the warranty") @Nullable LocalDate warrantyUntil)
    implements FormDetails {

  @Override
  public IntakeForm form() {
    return IntakeForm.WARRANTY_CARD;
  }

  @Override
  public List<FieldError> errors(LocalDate latest) {
    List<FieldError> errors = new ArrayList<>();
    if (boughtOn != null && boughtOn.isAfter(latest)) {
      errors.add(new FieldError("/boughtOn", "future", "must not lie in the future"));
    }
    if (boughtOn != null && warrantyUntil != null && warrantyUntil.isBefore(boughtOn)) {
      errors.add(new FieldError("/warrantyUntil", "period", "must not lie before boughtOn"));
    }
    if (price != null) {
      price.error("/price").ifPresent(errors::add);
    }
    return errors;
  }
}
