package io.github.langgan.loyalty.cards;

import io.github.langgan.loyalty.model.card.BlockReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "BlockCard", examples = "{\"reason\":\"LOST\",\"note\":\"Left in a taxi\"}")
record BlockRequest(
    @NotNull
        @Schema(
            description =
                "A card that is LOST, STOLEN or used by somebody else (FRAUD) is replaced, never"
                    + " unblocked. A customer can say LOST or STOLEN.")
        @Nullable BlockReason reason,
    @Size(max = 500) @Schema(description = "For whoever deals with it next")
        @Nullable String note) {}
