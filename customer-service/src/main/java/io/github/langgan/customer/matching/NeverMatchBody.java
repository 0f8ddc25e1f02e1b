package io.github.langgan.customer.matching;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NeverMatchRequest")
public record NeverMatchBody(
    @NotNull UUID customerId,
    @NotNull UUID otherCustomerId,
    @NotBlank @Size(max = 500) @Schema(description = "Why; for whoever asks later")
        String reason) {}
