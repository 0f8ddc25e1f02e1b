package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ServiceRequest", description = "A repair, a fitting or what else is asked for.")
public record ServiceRequest(
    @NotBlank @Size(max = 200) @Schema(description = "In one line") @Nullable String subject,
    @Size(min = 1, max = 4_000) @Schema(description = "In the customer's words")
        @Nullable String description,
    @Valid @Nullable Product product,
    @Code @Size(min = 1, max = 60) @Nullable String serialNumber,
    @Schema(description = "The day on which the customer wants it done")
        @Nullable LocalDate wantedOn)
    implements FormDetails {

  @Override
  public IntakeForm form() {
    return IntakeForm.SERVICE_REQUEST;
  }
}
