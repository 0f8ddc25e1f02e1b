package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "VoucherOrder", description = "What is to be bought, before any voucher.")
record OrderRequest(
    @Schema(
            description =
                "The partner's number of the order: that of the purchase it is reported as")
        @NotBlank
        @Code
        @Size(max = 100)
        String externalId,
    @Schema(description = "Whose order it is. Of a partner's token always its own; staff names it")
        @Code
        @Size(min = 1, max = 60)
        @Nullable String partner,
    @Schema(description = "ISO 4217") @NotNull @Code @Pattern(regexp = "[A-Z]{3}") String currency,
    @NotEmpty @Size(max = 2_000) List<@NotNull @Valid LineRequest> lines) {

  private static final String MONEY = "[0-9]{1,12}(\\.[0-9]{1,4})?";

  @Schema(name = "VoucherOrderLine")
  record LineRequest(
      @NotBlank @Code @Size(max = 60) @Schema(description = "The partner's code of the product")
          String product,
      @Size(min = 1, max = 100) @Nullable String category,
      @NotNull @Positive @Max(10_000_000) @Nullable Integer quantity,
      @NotNull @Code @Pattern(regexp = MONEY) String unitPrice,
      @Code
          @Pattern(regexp = MONEY)
          @Schema(description = "Off the whole line, but for vouchers; 0 when absent")
          @Nullable String discount) {}
}
