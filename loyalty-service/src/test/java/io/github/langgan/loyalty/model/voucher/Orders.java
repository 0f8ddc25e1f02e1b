package io.github.langgan.loyalty.model.voucher;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders in pounds, and vouchers for them, in the words of the tests. */
public final class Orders {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private Orders() {}

  public static Order order(OrderLine... lines) {
    return new Order("GBP", List.of(lines));
  }

  public static OrderLine line(String category, long quantity, String unitPrice) {
    return new OrderLine(
        category + "-1", category, quantity, new BigDecimal(unitPrice), BigDecimal.ZERO);
  }

  static Discount amount(String amount) {
    return new Discount.Amount(new BigDecimal(amount));
  }

  static Discount percent(String percent) {
    return new Discount.Percent(new BigDecimal(percent), null);
  }

  static Terms terms(Discount discount) {
    return new Terms(discount, null, ProductScope.ALL);
  }

  static ProductScope category(String name) {
    return new ProductScope(Set.of(), Set.of(name), Set.of(), Set.of());
  }

  static Campaign campaign(Terms terms) {
    return new Campaign(
        CampaignId.next(),
        "A campaign",
        null,
        "GBP",
        terms,
        Period.FOR_EVER,
        1,
        null,
        Budget.NONE,
        new Stacking(false, null),
        new CodeForm.Drawn("", 10),
        0,
        NOW,
        null,
        1);
  }

  static Asked.Found code(Campaign campaign) {
    return code(campaign, Spent.NOTHING);
  }

  static Asked.Found code(Campaign campaign, Spent spent) {
    return new Asked.Found("code", voucher(campaign, 0, null), campaign, spent);
  }

  static Voucher voucher(Campaign campaign, int uses, @Nullable Instant validUntil) {
    return new Voucher(
        UUID.randomUUID(),
        campaign.id(),
        new VoucherCode("A"),
        null,
        null,
        NOW,
        validUntil,
        uses,
        campaign.usesPerCode(),
        null);
  }
}
