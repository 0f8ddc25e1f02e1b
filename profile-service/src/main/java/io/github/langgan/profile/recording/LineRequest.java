package io.github.langgan.profile.recording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a transaction. */
@Schema(requiredProperties = {"product", "quantity"})
public record LineRequest(
    @Schema(
            description = "The partner's code of the product",
            minLength = 1,
            maxLength = 60,
            pattern = Patterns.CODE,
            examples = "85123A")
        @Nullable String product,
    @Schema(minLength = 1, maxLength = 200, examples = "WHITE HANGING HEART") @Nullable String name,
    @Schema(minLength = 1, maxLength = 100, examples = "HOME") @Nullable String category,
    @Schema(
            description = "How many, also in a return",
            minimum = "1",
            maximum = "10000000",
            examples = "6")
        @Nullable Integer quantity,
    @Schema(
            description =
                "Zero for a gift. May be absent only in a return that names its purchase, whose"
                    + " price holds then",
            pattern = Patterns.AMOUNT,
            examples = "2.55")
        @Nullable String unitPrice,
    @Schema(
            description = "What a piece cost the partner",
            pattern = Patterns.AMOUNT,
            examples = "1.20")
        @Nullable String unitCost,
    @Schema(
            description = "Off the whole line; at most quantity × unitPrice. 0 when absent",
            pattern = Patterns.AMOUNT,
            examples = "0.00")
        @Nullable String discount) {}
