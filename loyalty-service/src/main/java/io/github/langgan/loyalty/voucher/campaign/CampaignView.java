package io.github.langgan.loyalty.voucher.campaign;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.voucher.Budget;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CodeForm;
import io.github.langgan.loyalty.model.voucher.Discount;
import io.github.langgan.loyalty.model.voucher.Period;
import io.github.langgan.loyalty.model.voucher.ProductScope;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.BudgetRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.CodesRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.DiscountRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.Kind;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.ScopeRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.StackingRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.ValidityRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "VoucherCampaign",
    examples =
        """
        {"campaignId":"019b0c40-7a61-7b2c-8d3e-4f5a6b7c8d9e","name":"Spring at home",\
        "discount":{"kind":"PERCENT","percent":"12.5","maximum":"50.00"},"currency":"GBP",\
        "validity":{"until":"2026-06-01T00:00:00Z","daysSinceIssue":30},"minimumSpend":"40.00",\
        "scope":{"products":[],"categories":["HOME"],"excludedProducts":[],\
        "excludedCategories":[]},"usesPerCode":1,"usesPerCustomer":2,\
        "budget":{"maximumDiscount":"100000.00"},"stacking":{"exclusive":false,"group":"spring"},\
        "codes":{"prefix":"SPRING","length":10},"extendOnReturnDays":14,"state":"ACTIVE",\
        "createdAt":"2026-03-01T02:00:00Z","version":1}""")
record CampaignView(
    @Schema(required = true) UUID campaignId,
    @Schema(required = true) String name,
    @Nullable UUID programId,
    @Schema(required = true) DiscountRequest discount,
    @Schema(required = true, description = "ISO 4217") String currency,
    @Nullable ValidityRequest validity,
    @Nullable String minimumSpend,
    @Nullable ScopeRequest scope,
    @Nullable Integer usesPerCode,
    @Nullable Integer usesPerCustomer,
    @Nullable BudgetRequest budget,
    @Schema(required = true) StackingRequest stacking,
    @Nullable CodesRequest codes,
    @Nullable String publicCode,
    @Schema(required = true) int extendOnReturnDays,
    @Schema(required = true, description = "CLOSED for good") State state,
    @Schema(required = true) Instant createdAt,
    @Nullable Instant closedAt,
    @Schema(required = true, minimum = "1") long version) {

  @Schema(name = "VoucherCampaignState")
  enum State {
    ACTIVE,
    CLOSED
  }

  static CampaignView from(Campaign campaign) {
    CodeForm codes = campaign.codes();
    String currency = campaign.currency();
    return new CampaignView(
        campaign.id().value(),
        campaign.name(),
        campaign.program() == null ? null : campaign.program().value(),
        discount(campaign.terms().discount(), currency),
        currency,
        validity(campaign.period()),
        money(campaign.terms().minimum(), currency),
        scope(campaign.terms().scope()),
        campaign.usesPerCode(),
        campaign.usesPerCustomer(),
        budget(campaign.budget(), currency),
        new StackingRequest(campaign.stacking().exclusive(), campaign.stacking().group()),
        codes instanceof CodeForm.Drawn(var prefix, int length)
            ? new CodesRequest(prefix.isEmpty() ? null : prefix, length)
            : null,
        codes instanceof CodeForm.Public(var name) ? name : null,
        campaign.extendOnReturnDays(),
        campaign.isClosed() ? State.CLOSED : State.ACTIVE,
        campaign.createdAt(),
        campaign.closedAt(),
        campaign.version());
  }

  private static DiscountRequest discount(Discount discount, String currency) {
    return switch (discount) {
      case Discount.Amount(var amount) ->
          new DiscountRequest(Kind.AMOUNT, money(amount, currency), null, null);
      case Discount.Percent(var percent, var most) ->
          new DiscountRequest(
              Kind.PERCENT,
              null,
              percent.stripTrailingZeros().toPlainString(),
              money(most, currency));
    };
  }

  private static @Nullable ValidityRequest validity(Period period) {
    return period.equals(Period.FOR_EVER)
        ? null
        : new ValidityRequest(period.from(), period.until(), period.daysSinceIssue());
  }

  private static @Nullable ScopeRequest scope(ProductScope scope) {
    return scope.equals(ProductScope.ALL)
        ? null
        : new ScopeRequest(
            sorted(scope.products()),
            sorted(scope.categories()),
            sorted(scope.excludedProducts()),
            sorted(scope.excludedCategories()));
  }

  private static List<String> sorted(Set<String> texts) {
    return texts.stream().sorted().toList();
  }

  private static @Nullable BudgetRequest budget(Budget budget, String currency) {
    return budget.isLimited()
        ? new BudgetRequest(money(budget.discount(), currency), budget.redemptions())
        : null;
  }

  private static @Nullable String money(@Nullable BigDecimal amount, String currency) {
    return amount == null ? null : Decimals.format(amount, currency);
  }
}
