package io.github.langgan.loyalty.voucher.issuing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MakeVoucherCodes", examples = "{\"count\":1000000}")
record MakeCodesRequest(
    @NotNull @Positive @Max(10_000_000) @Schema(description = "How many codes")
        @Nullable Integer count) {}
