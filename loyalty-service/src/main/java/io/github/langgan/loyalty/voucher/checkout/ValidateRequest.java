package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ValidateVouchers",
    examples =
        """
        {"codes":["WELCOME10","SPRING-4T8ZK0W2M7Q"],\
        "customerId":"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e",\
        "order":{"externalId":"536365","partner":"acme","currency":"GBP","lines":[\
        {"product":"85123A","category":"HOME","quantity":6,"unitPrice":"10.00"}]}}""")
record ValidateRequest(
    @NotEmpty
        @Size(max = 10)
        @Schema(description = "As they were typed; of two that don't go together the first stands")
        List<@NotBlank @Code @Size(max = 60) String> codes,
    @Schema(description = "Who orders; or name a card; or nobody") @Nullable UUID customerId,
    @Code
        @Pattern(regexp = "[0-9]{16}")
        @Schema(description = "The sixteen digits of a card, instead of customerId")
        @Nullable String card,
    @NotNull @Valid OrderRequest order) {}
