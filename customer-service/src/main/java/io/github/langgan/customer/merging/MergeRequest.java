package io.github.langgan.customer.merging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MergeCustomers", description = "Two records of one customer.")
public record MergeRequest(
    @Schema(required = true, description = "Who stays") @NotNull UUID survivor,
    @Schema(required = true, description = "Whose id means the survivor from then on") @NotNull
        UUID merged,
    @Schema(
            description = "Merge them although somebody said that they must never match",
            defaultValue = "false")
        @Nullable Boolean despiteNeverMatch) {

  boolean isDespiteNeverMatch() {
    return despiteNeverMatch != null && despiteNeverMatch;
  }
}
