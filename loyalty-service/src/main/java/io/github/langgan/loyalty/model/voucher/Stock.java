package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * How much of vouchers and budgets is used. Locks are taken in one order everywhere: the order, its
 * reservation, redemptions, budgets, vouchers, each by id.
 */
@Singleton
public class Stock {

  private static final String CHANGE =
      """
      WITH change AS (
        SELECT * FROM unnest(:campaigns::uuid[], :vouchers::uuid[], :money::text[]::numeric[],
                             :counts::int[]) AS c(campaign, voucher, money, count)
      ), budget AS (
        UPDATE voucher_budget b
           SET discount = b.discount + d.money, redemptions = b.redemptions + d.count
          FROM (SELECT campaign, sum(money) AS money, sum(count) AS count
                  FROM change GROUP BY campaign) d
         WHERE b.campaign_id = d.campaign
      )
      UPDATE voucher v SET uses = v.uses + d.count
        FROM (SELECT voucher, sum(count) AS count FROM change GROUP BY voucher) d
       WHERE v.id = d.voucher AND v.most_uses IS NOT NULL AND d.count <> 0
      """;

  private static final String USES_OF_CUSTOMER =
      """
      SELECT campaign_id, count(*) AS uses FROM voucher_redemption
       WHERE customer_id = :customer AND campaign_id = ANY(:campaigns)
         AND (state = 'REDEEMED' OR state = 'HELD' AND held_until > :now)
       GROUP BY campaign_id
      """;

  private final Jdbi jdbi;

  Stock(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Budgeted(UUID campaignId, BigDecimal discount, long redemptions) {}

  record Counted(UUID campaignId, long uses) {}

  /**
   * Of those that have a budget.
   *
   * @param lock until the commit nobody else takes of them
   */
  public Map<CampaignId, Spent> spent(Collection<CampaignId> campaigns, boolean lock) {
    Map<CampaignId, Spent> spent = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT campaign_id, discount, redemptions FROM voucher_budget"
                        + " WHERE campaign_id = ANY(:ids) ORDER BY campaign_id"
                        + (lock ? " FOR UPDATE" : ""))
                .bind("ids", ids(campaigns))
                .mapTo(Budgeted.class)
                .forEach(
                    one ->
                        spent.put(
                            new CampaignId(one.campaignId()),
                            new Spent(one.discount(), one.redemptions()))));
    return spent;
  }

  /** Those whose uses are counted, as they are now; until the commit nobody else uses them. */
  public List<Voucher> lock(Collection<UUID> vouchers) {
    if (vouchers.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + VoucherRow.COLUMNS
                        + " FROM voucher v WHERE v.id = ANY(:ids) AND v.most_uses IS NOT NULL"
                        + " ORDER BY v.id FOR UPDATE")
                .bind("ids", vouchers.toArray(UUID[]::new))
                .mapTo(VoucherRow.class)
                .map(VoucherRow::voucher)
                .list());
  }

  /** Of budgets and vouchers that are locked. */
  public void change(List<Use> uses) {
    Columns<Use> columns =
        new Columns<>(uses)
            .uuids("campaigns", one -> one.campaign().value())
            .uuids("vouchers", Use::voucher)
            .decimals("money", Use::money)
            .ints("counts", Use::count);
    jdbi.useHandle(handle -> handle.createUpdate(CHANGE).bindMap(columns.arrays()).execute());
  }

  /** Locks what is to be changed first. */
  public void lockAndChange(List<Use> uses) {
    spent(uses.stream().map(Use::campaign).toList(), true);
    lock(uses.stream().map(Use::voucher).distinct().toList());
    change(uses);
  }

  /** Made or held by a customer, by campaign. */
  public Map<CampaignId, Long> usesOf(
      CustomerId customer, Collection<CampaignId> campaigns, Instant now) {
    Map<CampaignId, Long> uses = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(USES_OF_CUSTOMER)
                .bind("customer", customer.value())
                .bind("campaigns", ids(campaigns))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Counted.class)
                .forEach(one -> uses.put(new CampaignId(one.campaignId()), one.uses())));
    return uses;
  }

  private static UUID[] ids(Collection<CampaignId> campaigns) {
    return campaigns.stream().map(CampaignId::value).distinct().toArray(UUID[]::new);
  }
}
