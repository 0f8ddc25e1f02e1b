package io.github.langgan.customer.network.relationship;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EndRelationship")
public record EndBody(
    @NotNull
        @Schema(
            description =
                "The first day on which it no longer holds. With the day on which it began, it"
                    + " never held")
        @Nullable LocalDate validUntil,
    @Size(max = 500) @Schema(description = "Why") @Nullable String reason) {}
