package io.github.langgan.customer.merging;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Which of the two records a value is of, and by what rule.")
public record SurvivingField(
    @Schema(required = true, examples = "birthDate") String field,
    @Schema(required = true) UUID from,
    @Schema(
            required = true,
            description = "A strategy, or ONLY where only one has a value, or UNITED",
            examples = "ONLY")
        String rule) {}
