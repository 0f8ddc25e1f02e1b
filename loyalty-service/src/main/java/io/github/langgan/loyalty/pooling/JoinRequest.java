package io.github.langgan.loyalty.pooling;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "JoinPool", examples = "{\"limit\":{\"points\":5000,\"period\":\"MONTH\"}}")
record JoinRequest(
    @Valid @Schema(description = "Of its points; absent: the others may spend all")
        @Nullable PoolLimit limit) {}
