package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.loyalty.model.voucher.Deduction;
import io.github.langgan.loyalty.model.voucher.Order;
import io.github.langgan.loyalty.model.voucher.Refusal;
import io.github.langgan.loyalty.model.voucher.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "VoucherValidation",
    examples =
        """
        {"currency":"GBP","total":"60.00","discount":"6.00","toPay":"54.00","vouchers":[\
        {"code":"WELCOME10","applies":true,"voucherId":"019b0c41-0d1e-7f20-9131-41516171819a",\
        "campaignId":"019b0c40-7a61-7b2c-8d3e-4f5a6b7c8d9e","discount":"6.00",\
        "lines":["6.00"]},{"code":"SPRING-4T8ZK0W2M7Q","applies":false,"reason":"EXPIRED"}]}""")
record ValidationView(
    @Schema(required = true) String currency,
    @Schema(required = true, description = "Of the order, before vouchers") String total,
    @Schema(required = true, description = "Of all vouchers that apply") String discount,
    @Schema(required = true) String toPay,
    @Schema(required = true, description = "One for each code, in their order")
        List<CodeView> vouchers) {

  @Schema(name = "ValidatedCode")
  record CodeView(
      @Schema(required = true, description = "As it was typed") String code,
      @Schema(required = true) boolean applies,
      @Nullable UUID voucherId,
      @Nullable UUID campaignId,
      @Nullable String discount,
      @Schema(description = "Its share of each line of the order") @Nullable List<String> lines,
      @Schema(description = "Why it takes nothing off") @Nullable Refusal reason) {

    private static CodeView of(Verdict verdict, String currency) {
      return switch (verdict) {
        case Verdict.Applies(var asked, var deduction) ->
            new CodeView(
                asked.typed(),
                true,
                asked.voucher().id(),
                asked.campaign().id().value(),
                Decimals.format(deduction.total(), currency),
                shares(deduction, currency),
                null);
        case Verdict.Refused(var asked, var reason) ->
            new CodeView(asked.typed(), false, null, null, null, null, reason);
      };
    }
  }

  static ValidationView of(List<Verdict> verdicts, Order order) {
    List<CodeView> codes = new ArrayList<>();
    BigDecimal discount = BigDecimal.ZERO;
    for (Verdict verdict : verdicts) {
      codes.add(CodeView.of(verdict, order.currency()));
      if (verdict instanceof Verdict.Applies applies) {
        discount = discount.add(applies.deduction().total());
      }
    }
    return new ValidationView(
        order.currency(),
        Decimals.format(order.total(), order.currency()),
        Decimals.format(discount, order.currency()),
        Decimals.format(order.total().subtract(discount), order.currency()),
        codes);
  }

  static List<String> shares(Deduction deduction, String currency) {
    return deduction.lines().stream().map(share -> Decimals.format(share, currency)).toList();
  }
}
