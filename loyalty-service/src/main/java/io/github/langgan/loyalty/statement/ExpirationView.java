package io.github.langgan.loyalty.statement;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Expiration", description = "Points that expire together.")
record ExpirationView(
    @Schema(required = true, description = "From when on they can't be spent") Instant expiresAt,
    @Schema(required = true, minimum = "1", description = "What is left of them") long points,
    @Schema(
            required = true,
            minimum = "0",
            description =
                "How many of these expire later if the member earns or spends points before")
        long lapsing) {}
