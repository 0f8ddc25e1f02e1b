package io.github.langgan.customer.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PrivacyRequestRefusal")
public record RefusalBody(
    @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; the customer is told, so it names nobody")
        String reason) {}
