package io.github.langgan.customer.network.relationship;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConfirmRelationship")
public record ConfirmationBody(
    @Schema(description = "The day on which it was said; today if absent")
        @Nullable LocalDate confirmedOn,
    @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 2)
        @Schema(description = "As it was before if absent")
        @Nullable BigDecimal strength) {}
