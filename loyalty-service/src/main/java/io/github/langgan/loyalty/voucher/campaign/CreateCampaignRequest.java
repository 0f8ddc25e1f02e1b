package io.github.langgan.loyalty.voucher.campaign;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CreateVoucherCampaign",
    examples =
        """
        {"name":"Spring at home","discount":{"kind":"PERCENT","percent":"12.5","maximum":"50.00"},\
        "currency":"GBP","validity":{"until":"2026-06-01T00:00:00Z","daysSinceIssue":30},\
        "minimumSpend":"40.00","scope":{"categories":["HOME"]},"usesPerCode":1,\
        "usesPerCustomer":2,"budget":{"maximumDiscount":"100000.00"},\
        "stacking":{"group":"spring"},"codes":{"prefix":"SPRING","length":10},\
        "extendOnReturnDays":14}""")
record CreateCampaignRequest(
    @NotBlank @Size(max = 200) String name,
    @Schema(description = "Only its members may use them; absent: everybody")
        @Nullable UUID programId,
    @NotNull @Valid DiscountRequest discount,
    @NotNull
        @Code
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(description = "ISO 4217, of all its money; orders in others get no discount")
        String currency,
    @Valid @Schema(description = "Absent: for ever") @Nullable ValidityRequest validity,
    @Code
        @Pattern(regexp = MONEY)
        @Schema(
            description =
                "What the lines in scope have to cost, after their own discounts and before any"
                    + " voucher")
        @Nullable String minimumSpend,
    @Valid @Schema(description = "What the discount is for; absent: all that is ordered")
        @Nullable ScopeRequest scope,
    @Positive
        @Max(1_000_000_000)
        @Schema(
            description =
                "How often each code can be used; absent: once, and a public code without end,"
                    + " which then needs a limit per customer or a budget")
        @Nullable Integer usesPerCode,
    @Positive
        @Max(1_000_000)
        @Schema(description = "How often one customer can use codes of this campaign")
        @Nullable Integer usesPerCustomer,
    @Valid @Schema(description = "What may be given away in all") @Nullable BudgetRequest budget,
    @Valid @Schema(description = "Absent: with all vouchers of other campaigns")
        @Nullable StackingRequest stacking,
    @Valid @Schema(description = "What drawn codes look like; or name a publicCode")
        @Nullable CodesRequest codes,
    @Code
        @Size(min = 3, max = 31)
        @Pattern(regexp = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
        @Schema(description = "One code for everybody, e.g. WELCOME10, instead of drawn ones")
        @Nullable String publicCode,
    @PositiveOrZero
        @Max(3_650)
        @Schema(
            description =
                "When everything is returned, a code of one use comes back and can be used for at"
                    + " least so many days, even if its time was over. 0: it keeps its end",
            defaultValue = "0")
        @Nullable Integer extendOnReturnDays) {

  static final String MONEY = "[0-9]{1,12}(\\.[0-9]{1,4})?";

  enum Kind {
    AMOUNT,
    PERCENT
  }

  @Schema(name = "VoucherDiscountTerms", description = "An amount, or a percent.")
  record DiscountRequest(
      @NotNull Kind kind,
      @Code @Pattern(regexp = MONEY) @Schema(description = "Of kind AMOUNT")
          @Nullable String amount,
      @Code
          @Pattern(regexp = "[0-9]{1,3}(\\.[0-9]{1,4})?")
          @Schema(description = "Of kind PERCENT: up to 100", examples = "12.5")
          @Nullable String percent,
      @Code @Pattern(regexp = MONEY) @Schema(description = "The most that a percent takes off")
          @Nullable String maximum) {}

  @Schema(name = "VoucherValidity")
  record ValidityRequest(
      @Schema(description = "Absent: at once") @Nullable Instant from,
      @Schema(description = "Not any more from then on; absent: for ever") @Nullable Instant until,
      @Positive
          @Max(36_500)
          @Schema(description = "Days of 24 hours for which each voucher can be used")
          @Nullable Integer daysSinceIssue) {}

  @Schema(
      name = "VoucherScope",
      description = "Without products and categories: all, less what is excluded.")
  record ScopeRequest(
      @Size(max = 1_000) @Nullable List<@NotBlank @Code @Size(max = 60) String> products,
      @Size(max = 1_000) @Nullable List<@NotBlank @Size(max = 100) String> categories,
      @Size(max = 1_000) @Nullable List<@NotBlank @Code @Size(max = 60) String> excludedProducts,
      @Size(max = 1_000) @Nullable List<@NotBlank @Size(max = 100) String> excludedCategories) {}

  @Schema(name = "VoucherBudgetLimit", description = "One of both, or both.")
  record BudgetRequest(
      @Code @Pattern(regexp = MONEY) @Nullable String maximumDiscount,
      @Positive @Max(1_000_000_000_000L) @Nullable Long maximumRedemptions) {}

  @Schema(name = "VoucherStacking", description = "An order takes one voucher of a campaign.")
  record StackingRequest(
      @Schema(description = "It stands alone in an order", defaultValue = "false")
          @Nullable Boolean exclusive,
      @Code
          @Pattern(regexp = "[A-Za-z0-9._-]{1,60}")
          @Schema(description = "An order takes one voucher of a group")
          @Nullable String group) {}

  @Schema(name = "VoucherCodeForm")
  record CodesRequest(
      @Code
          @Pattern(regexp = "[0-9A-TV-Z]{1,10}")
          @Schema(description = "What all begin with, shown with a hyphen behind it; no U")
          @Nullable String prefix,
      @Min(VoucherCode.FEWEST_RANDOM)
          @Max(VoucherCode.MOST_RANDOM)
          @Schema(
              description =
                  "Characters that are drawn, of 5 random bits each; a check character follows",
              defaultValue = "10")
          @Nullable Integer length) {}
}
