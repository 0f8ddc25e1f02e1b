package io.github.langgan.complaint.resolving;

import io.github.langgan.complaint.model.Points;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ResolveCase")
record ResolutionRequest(
    @NotBlank @Size(max = 10_000) @Schema(description = "The answer that the customer got")
        String summary,
    @Valid @Schema(description = "What is promised to make good; loyalty gives it to a member")
        @Nullable Promise compensation) {

  @Schema(name = "PromiseCompensation")
  record Promise(@Min(1) @Max(1_000_000) @Schema(required = true) long points) {}

  @Nullable Points promisedPoints() {
    return compensation == null ? null : new Points(compensation.points());
  }
}
