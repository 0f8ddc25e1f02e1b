package io.github.langgan.loyalty.model.voucher;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign's own columns, but for the lists of its scope. */
final class CampaignColumns {

  private CampaignColumns() {}

  static Map<String, @Nullable Object> of(Campaign campaign) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("id", campaign.id().value());
    columns.put("name", campaign.name());
    columns.put("program", campaign.program() == null ? null : campaign.program().value());
    columns.put("currency", campaign.currency());
    columns.put("amount", null);
    columns.put("percent", null);
    columns.put("most", null);
    switch (campaign.terms().discount()) {
      case Discount.Amount(var amount) -> columns.put("amount", amount);
      case Discount.Percent(var percent, var most) -> {
        columns.put("percent", percent);
        columns.put("most", most);
      }
    }
    columns.put("minimum", campaign.terms().minimum());
    columns.put("from", utc(campaign.period().from()));
    columns.put("until", utc(campaign.period().until()));
    columns.put("days", campaign.period().daysSinceIssue());
    columns.put("usesPerCode", campaign.usesPerCode());
    columns.put("usesPerCustomer", campaign.usesPerCustomer());
    columns.put("mostDiscount", campaign.budget().discount());
    columns.put("mostRedemptions", campaign.budget().redemptions());
    columns.put("exclusive", campaign.stacking().exclusive());
    columns.put("group", campaign.stacking().group());
    columns.put("prefix", null);
    columns.put("length", null);
    columns.put("public", null);
    switch (campaign.codes()) {
      case CodeForm.Drawn(var prefix, int length) -> {
        columns.put("prefix", prefix);
        columns.put("length", length);
      }
      case CodeForm.Public(var name) -> columns.put("public", name);
    }
    columns.put("extendDays", campaign.extendOnReturnDays());
    columns.put("createdAt", utc(campaign.createdAt()));
    return columns;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
