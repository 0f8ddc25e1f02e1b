package io.github.langgan.loyalty.model.voucher;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All voucher campaigns. */
@Singleton
public class Campaigns {

  private static final String SELECT =
      "SELECT " + CampaignRow.COLUMNS + " FROM voucher_campaign c ";

  private static final String ADD =
      """
      INSERT INTO voucher_campaign (
        id, name, program_id, currency, amount, percent, most, minimum, products, categories,
        excluded_products, excluded_categories, valid_from, valid_until, valid_days, uses_per_code,
        uses_per_customer, most_discount, most_redemptions, exclusive, stacking_group, code_prefix,
        code_length, public_code, extend_days, created_at)
      VALUES (
        :id, :name, :program, :currency, :amount, :percent, :most, :minimum, :products, :categories,
        :excludedProducts, :excludedCategories, :from, :until, :days, :usesPerCode,
        :usesPerCustomer, :mostDiscount, :mostRedemptions, :exclusive, :group, :prefix,
        :length, :public, :extendDays, :createdAt)
      """;

  private static final String ADD_BUDGET =
      """
      INSERT INTO voucher_budget (campaign_id, most_discount, most_redemptions)
      SELECT id, most_discount, most_redemptions FROM voucher_campaign
       WHERE id = :id AND num_nonnulls(most_discount, most_redemptions) > 0
      """;

  private final Jdbi jdbi;

  Campaigns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Campaign> find(CampaignId id) {
    return jdbi.withHandle(handle -> one(handle, id, ""));
  }

  /** Until the commit nobody closes it. */
  public Optional<Campaign> hold(CampaignId id) {
    return jdbi.withHandle(handle -> one(handle, id, "FOR SHARE"));
  }

  private static Optional<Campaign> one(Handle handle, CampaignId id, String lock) {
    return handle
        .createQuery(SELECT + "WHERE c.id = :id " + lock)
        .bind("id", id.value())
        .mapTo(CampaignRow.class)
        .findOne()
        .map(CampaignRow::campaign);
  }

  public List<Campaign> withIds(Collection<CampaignId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE c.id = ANY(:ids)")
                .bind("ids", ids.stream().map(CampaignId::value).distinct().toArray(UUID[]::new))
                .mapTo(CampaignRow.class)
                .map(CampaignRow::campaign)
                .list());
  }

  /** The newest first. */
  public List<Campaign> page(@Nullable CampaignId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE (:after::uuid IS NULL OR c.id < :after)"
                        + " ORDER BY c.id DESC LIMIT :limit")
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .mapTo(CampaignRow.class)
                .map(CampaignRow::campaign)
                .list());
  }

  public void add(Campaign campaign) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(ADD)
              .bindMap(CampaignColumns.of(campaign))
              .bind("products", array(campaign.terms().scope().products()))
              .bind("categories", array(campaign.terms().scope().categories()))
              .bind("excludedProducts", array(campaign.terms().scope().excludedProducts()))
              .bind("excludedCategories", array(campaign.terms().scope().excludedCategories()))
              .execute();
          handle.createUpdate(ADD_BUDGET).bind("id", campaign.id().value()).execute();
        });
  }

  /** False when it is closed already. Waits for those who hold it. */
  public boolean close(CampaignId id, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE voucher_campaign SET closed_at = :at, version = version + 1
                         WHERE id = :id AND closed_at IS NULL
                        """)
                    .bind("id", id.value())
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute()
                == 1);
  }

  /** Of a campaign with a budget: what it has given away or holds. */
  public Optional<Spent> spent(CampaignId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT discount, redemptions FROM voucher_budget WHERE campaign_id = :id")
                .bind("id", id.value())
                .mapTo(Spent.class)
                .findOne());
  }

  private static String[] array(Collection<String> texts) {
    return texts.stream().sorted().toArray(String[]::new);
  }
}
