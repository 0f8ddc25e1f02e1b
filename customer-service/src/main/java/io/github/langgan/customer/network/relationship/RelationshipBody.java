package io.github.langgan.customer.network.relationship;

import io.github.langgan.customer.model.network.RelationshipType;
import io.github.langgan.customer.representation.SourceBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "EstablishRelationship",
    description = "What one node is to another: to is from's type.")
public record RelationshipBody(
    @NotNull @Nullable RelationshipType type,
    @NotNull @Valid @Nullable NodeBody from,
    @NotNull @Valid @Nullable NodeBody to,
    @Schema(description = "The first day; as long as anybody knows if absent")
        @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it no longer holds; no end if absent")
        @Nullable LocalDate validUntil,
    @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 2)
        @Schema(description = "From 0 to 1, in hundredths; fades while nobody confirms it")
        @Nullable BigDecimal strength,
    @Schema(description = "The day on which it is known to be so; that of its source if absent")
        @Nullable LocalDate confirmedOn,
    @Schema(description = "When it is missing: the form API, received now")
        @Nullable SourceBody source) {}
