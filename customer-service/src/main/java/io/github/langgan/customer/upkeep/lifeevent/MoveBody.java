package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.representation.AddressBody;
import io.github.langgan.customer.representation.SourceBody;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Move", description = "That a customer lives, or has its seat, elsewhere.")
record MoveBody(
    @Schema(required = true) @NotNull @Nullable AddressBody address,
    @Schema(description = "The address that was left; needed when there are several")
        @Nullable AddressBody from,
    @Schema(description = "Not in the future. When it is missing, the day on which it was received")
        @Nullable LocalDate movedOn,
    @Schema(description = "When it is missing: the form MOVE, now") @Nullable SourceBody source) {}
