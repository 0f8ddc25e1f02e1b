package io.github.langgan.loyalty.pooling;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "InviteToPool",
    examples = "{\"membershipId\":\"019b0c2a-7d20-7b22-9c32-1d2e3f4a5b6c\"}")
record InviteRequest(
    @NotNull @Schema(description = "A membership of the pool's program")
        @Nullable UUID membershipId) {}
