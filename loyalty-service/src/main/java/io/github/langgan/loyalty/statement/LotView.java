package io.github.langgan.loyalty.statement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Lot",
    description =
        "Points given together, expiring together: earned = remaining + reserved + redeemed + expired"
            + " + reversed + moved.")
record LotView(
    @Schema(required = true) UUID lotId,
    @Schema(required = true, minimum = "1") long earned,
    @Schema(required = true, minimum = "0") long remaining,
    @Schema(
            required = true,
            minimum = "0",
            description = "Set aside for redemptions that nobody confirmed yet")
        long reserved,
    @Schema(required = true, minimum = "0") long redeemed,
    @Schema(required = true, minimum = "0") long expired,
    @Schema(required = true, minimum = "0", description = "Taken back by returns") long reversed,
    @Schema(
            required = true,
            minimum = "0",
            description = "Gone to another membership, united or given to")
        long moved,
    @Schema(required = true) Instant earnedAt,
    @Schema(description = "From then on they can be spent; absent: since they were earned")
        @Nullable Instant activeAt,
    @Schema(description = "From then on they can't be spent; absent: never")
        @Nullable Instant expiresAt,
    @Schema(
            description =
                "An ISO 8601 period: expiresAt is so long after the member last earned or spent points, and"
                    + " moves when it does again; absent: it stays",
            examples = "P12M")
        @Nullable String lapsesAfter,
    @Schema(description = "The purchase that earned them; absent for a compensation")
        @Nullable UUID transactionId,
    @Schema(required = true, description = "The entry that they came by") UUID entryId) {}
