package io.github.langgan.loyalty.enrolment;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ProgramId;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "Enrol",
    examples =
        """
        {"customerId":"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f"}""")
record EnrolRequest(
    @NotNull @Schema(description = "Who becomes a member") UUID customerId,
    @NotNull @Schema(description = "Of which program") UUID programId) {

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  ProgramId program() {
    return new ProgramId(programId);
  }
}
