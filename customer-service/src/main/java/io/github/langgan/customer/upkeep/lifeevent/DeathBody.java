package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.representation.SourceBody;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Death", description = "That a customer has died.")
record DeathBody(
    @Schema(description = "Not in the future, nor before the birth date; missing when nobody knows")
        @Nullable LocalDate diedOn,
    @Schema(description = "When it is missing: the form DEATH, now") @Nullable SourceBody source) {}
