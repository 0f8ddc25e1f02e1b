package io.github.langgan.customer.privacy;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RectificationCompletion")
public record CompletionBody(
    @Min(2) @Schema(required = true, description = "That put it right, as its ETag says")
        int customerVersion) {}
