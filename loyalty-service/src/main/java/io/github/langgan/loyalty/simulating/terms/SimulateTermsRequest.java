package io.github.langgan.loyalty.simulating.terms;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "SimulateTerms",
    examples =
        "{\"version\":2,\"from\":\"2026-01-01T00:00:00+07:00\",\"to\":\"2026-02-01T00:00:00+07:00\"}")
record SimulateTermsRequest(
    @NotNull @Positive @Schema(description = "Of the program's terms; usually one to come")
        Integer version,
    @NotNull @Schema(description = "Purchases made from then on") Instant from,
    @NotNull @Schema(description = "And before then") Instant to) {}
