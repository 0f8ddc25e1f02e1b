package io.github.langgan.loyalty.voucher.campaign;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.voucher.Budget;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.CodeForm;
import io.github.langgan.loyalty.model.voucher.Discount;
import io.github.langgan.loyalty.model.voucher.Period;
import io.github.langgan.loyalty.model.voucher.ProductScope;
import io.github.langgan.loyalty.model.voucher.Stacking;
import io.github.langgan.loyalty.model.voucher.Terms;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.BudgetRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.DiscountRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.ScopeRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.StackingRequest;
import io.github.langgan.loyalty.voucher.campaign.CreateCampaignRequest.ValidityRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a campaign of a request, or throws a {@link Problem} that says what is wrong in it. */
final class CampaignCheck {

  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final CreateCampaignRequest request;
  private final Currency currency;
  private final Instant now;

  CampaignCheck(CreateCampaignRequest request, Instant now) {
    this.request = request;
    this.now = now;
    this.currency = currency(request.currency());
  }

  Campaign campaign() {
    CodeForm codes = codes();
    Budget budget = budget(request.budget());
    return new Campaign(
        CampaignId.next(),
        request.name(),
        request.programId() == null ? null : new ProgramId(request.programId()),
        currency.getCurrencyCode(),
        new Terms(
            discount(request.discount()),
            request.minimumSpend() == null ? null : money("/minimumSpend", request.minimumSpend()),
            scope(request.scope())),
        period(request.validity()),
        usesPerCode(codes, budget),
        request.usesPerCustomer(),
        budget,
        stacking(request.stacking()),
        codes,
        requireNonNullElse(request.extendOnReturnDays(), 0),
        now,
        null,
        1);
  }

  private Discount discount(DiscountRequest discount) {
    return switch (discount.kind()) {
      case AMOUNT -> {
        if (discount.amount() == null || discount.percent() != null || discount.maximum() != null) {
          throw Problem.invalid("/discount/amount", "discount", "an amount, and nothing else");
        }
        yield new Discount.Amount(payable("/discount/amount", discount.amount()));
      }
      case PERCENT -> {
        if (discount.percent() == null || discount.amount() != null) {
          throw Problem.invalid("/discount/percent", "discount", "a percent, and no amount");
        }
        BigDecimal percent = new BigDecimal(discount.percent());
        if (percent.signum() == 0 || percent.compareTo(HUNDRED) > 0) {
          throw Problem.invalid("/discount/percent", "percent", "must be above 0, at most 100");
        }
        yield new Discount.Percent(
            percent,
            discount.maximum() == null ? null : payable("/discount/maximum", discount.maximum()));
      }
    };
  }

  private Period period(@Nullable ValidityRequest validity) {
    if (validity == null) {
      return Period.FOR_EVER;
    }
    sensible("/validity/from", validity.from());
    sensible("/validity/until", validity.until());
    if (validity.from() != null
        && validity.until() != null
        && !validity.from().isBefore(validity.until())) {
      throw Problem.invalid("/validity/until", "order", "must be after from");
    }
    return new Period(validity.from(), validity.until(), validity.daysSinceIssue());
  }

  private void sensible(String pointer, @Nullable Instant at) {
    if (at != null && Duration.between(now, at).abs().compareTo(LONGEST) > 0) {
      throw Problem.invalid(pointer, "time", "must lie within a hundred years");
    }
  }

  private Budget budget(@Nullable BudgetRequest budget) {
    return budget == null
        ? Budget.NONE
        : new Budget(
            budget.maximumDiscount() == null
                ? null
                : money("/budget/maximumDiscount", budget.maximumDiscount()),
            budget.maximumRedemptions());
  }

  private CodeForm codes() {
    var codes = request.codes();
    if (request.publicCode() == null) {
      String prefix = codes == null ? "" : requireNonNullElse(codes.prefix(), "");
      Integer length = codes == null ? null : codes.length();
      return new CodeForm.Drawn(prefix, requireNonNullElse(length, VoucherCode.FEWEST_RANDOM));
    }
    if (codes != null) {
      throw Problem.invalid("/codes", "codes", "not of a campaign with a public code");
    }
    return new CodeForm.Public(request.publicCode());
  }

  private @Nullable Integer usesPerCode(CodeForm codes, Budget budget) {
    if (codes instanceof CodeForm.Drawn) {
      return requireNonNullElse(request.usesPerCode(), 1);
    }
    if (request.usesPerCode() == null && request.usesPerCustomer() == null && !budget.isLimited()) {
      throw Problem.invalid(
          "/publicCode", "unlimited", "needs usesPerCode, usesPerCustomer or a budget");
    }
    return request.usesPerCode();
  }

  private static Stacking stacking(@Nullable StackingRequest stacking) {
    return stacking == null
        ? new Stacking(false, null)
        : new Stacking(requireNonNullElse(stacking.exclusive(), false), stacking.group());
  }

  private static ProductScope scope(@Nullable ScopeRequest scope) {
    return scope == null
        ? ProductScope.ALL
        : new ProductScope(
            set(scope.products()),
            set(scope.categories()),
            set(scope.excludedProducts()),
            set(scope.excludedCategories()));
  }

  private static Set<String> set(@Nullable List<String> texts) {
    return new TreeSet<>(requireNonNullElse(texts, List.of()));
  }

  /** What can be paid in the currency: no parts of its smallest unit. */
  private BigDecimal payable(String pointer, String text) {
    BigDecimal money = money(pointer, text).stripTrailingZeros();
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    if (money.scale() > decimals) {
      throw Problem.invalid(pointer, "decimals", "must have at most " + decimals + " decimals");
    }
    return money.setScale(decimals);
  }

  private static BigDecimal money(String pointer, String text) {
    BigDecimal money = new BigDecimal(text);
    if (money.signum() == 0) {
      throw Problem.invalid(pointer, "positive", "must be more than 0");
    }
    return money;
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("/currency", "currency", "must be a currency of ISO 4217");
    }
  }
}
