package io.github.langgan.loyalty.model.voucher;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CampaignRow(
    UUID id,
    String name,
    @Nullable UUID programId,
    String currency,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal percent,
    @Nullable BigDecimal most,
    @Nullable BigDecimal minimum,
    List<String> products,
    List<String> categories,
    List<String> excludedProducts,
    List<String> excludedCategories,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Integer validDays,
    @Nullable Integer usesPerCode,
    @Nullable Integer usesPerCustomer,
    @Nullable BigDecimal mostDiscount,
    @Nullable Long mostRedemptions,
    boolean exclusive,
    @Nullable String stackingGroup,
    @Nullable String codePrefix,
    @Nullable Integer codeLength,
    @Nullable String publicCode,
    int extendDays,
    Instant createdAt,
    @Nullable Instant closedAt,
    long version) {

  static final String COLUMNS =
      """
      c.id, c.name, c.program_id, c.currency, c.amount, c.percent, c.most, c.minimum, c.products,
      c.categories, c.excluded_products, c.excluded_categories, c.valid_from, c.valid_until,
      c.valid_days, c.uses_per_code, c.uses_per_customer, c.most_discount, c.most_redemptions,
      c.exclusive, c.stacking_group, c.code_prefix, c.code_length, c.public_code, c.extend_days,
      c.created_at, c.closed_at, c.version
      """;

  Campaign campaign() {
    return new Campaign(
        new CampaignId(id),
        name,
        programId == null ? null : new ProgramId(programId),
        currency,
        new Terms(
            amount != null ? new Discount.Amount(amount) : ofPercent(),
            minimum,
            new ProductScope(
                Set.copyOf(products),
                Set.copyOf(categories),
                Set.copyOf(excludedProducts),
                Set.copyOf(excludedCategories))),
        new Period(validFrom, validUntil, validDays),
        usesPerCode,
        usesPerCustomer,
        new Budget(mostDiscount, mostRedemptions),
        new Stacking(exclusive, stackingGroup),
        publicCode != null ? new CodeForm.Public(publicCode) : drawn(),
        extendDays,
        createdAt,
        closedAt,
        version);
  }

  private Discount ofPercent() {
    return new Discount.Percent(requireNonNull(percent), most);
  }

  private CodeForm drawn() {
    return new CodeForm.Drawn(requireNonNull(codePrefix), requireNonNull(codeLength));
  }
}
