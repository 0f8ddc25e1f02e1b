package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebForm", description = "A form of a web page.")
public record WebForm(
    @NotBlank
        @Code
        @Size(max = 500)
        @Schema(description = "On which it was filled in", examples = "/newsletter")
        @Nullable String page,
    @Code @Size(min = 1, max = 100) @Schema(description = "That led there")
        @Nullable String campaign,
    @Size(min = 1, max = 4_000) @Schema(description = "What the customer wrote")
        @Nullable String message)
    implements FormDetails {

  @Override
  public IntakeForm form() {
    return IntakeForm.WEB;
  }
}
