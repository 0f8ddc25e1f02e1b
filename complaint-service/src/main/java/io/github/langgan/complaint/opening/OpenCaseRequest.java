package io.github.langgan.complaint.opening;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.complaint.model.CaseKind;
import io.github.langgan.complaint.model.CustomerId;
import io.github.langgan.complaint.model.Matter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OpenCase")
record OpenCaseRequest(
    @NotNull CaseKind kind,
    @NotNull @Schema(description = "Whose case it is") UUID customerId,
    @NotBlank @Code @Size(max = 60) @Schema(description = "By which it came, e.g. PHONE")
        String channel,
    @NotBlank
        @Code
        @Size(max = 60)
        @Schema(description = "What it is about, as a code of your company's; clocks depend on it")
        String category,
    @NotBlank @Size(max = 200) @Schema(description = "In one line") String subject,
    @Size(max = 10_000) @Schema(description = "In the customer's words")
        @Nullable String description) {

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  Matter matter() {
    return new Matter(kind, channel, category, subject, description);
  }
}
