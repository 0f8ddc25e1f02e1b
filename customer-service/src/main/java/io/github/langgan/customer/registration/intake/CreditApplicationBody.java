package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TakeInCreditApplication", description = "A credit application as it was filled in.")
public record CreditApplicationBody(
    @NotNull @Code @Size(min = 1, max = 100) @Schema(description = FormBody.EXTERNAL_ID)
        @Nullable String externalId,
    @NotNull @Schema(description = FormBody.RECEIVED_AT) @Nullable Instant receivedAt,
    @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 2)
        @Schema(description = FormBody.CONFIDENCE)
        @Nullable BigDecimal confidence,
    @NotNull @Valid @Nullable FormCustomer customer,
    @NotNull @Valid @Nullable CreditApplication creditApplication)
    implements FormBody {

  @Override
  public @Nullable FormDetails details() {
    return creditApplication;
  }
}
