package io.github.langgan.loyalty.voucher.issuing;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "AssignVoucher",
    examples = "{\"customerId\":\"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e\"}")
record AssignRequest(@NotNull @Schema(description = "Who alone may use it") UUID customerId) {}
