package io.github.langgan.loyalty.model.voucher;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What counters still hold for orders whose time is over. */
@Singleton
public class OverdueHolds {

  private static final String SELECT =
      "SELECT id, campaign_id, voucher_id, kept FROM voucher_redemption WHERE state = 'HELD' AND ";

  private final Jdbi jdbi;

  OverdueHolds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param redemption the row
   */
  public record Hold(UUID redemption, Use use) {}

  record Row(UUID id, UUID campaignId, UUID voucherId, BigDecimal kept) {

    Hold hold() {
      return new Hold(id, new Use(new CampaignId(campaignId), voucherId, kept, 1));
    }
  }

  /**
   * @param lock until the commit nobody else gives them back
   */
  public List<Hold> of(Collection<CampaignId> campaigns, Instant now, boolean lock) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "campaign_id = ANY(:campaigns) AND held_until <= :now ORDER BY id"
                        + (lock ? " FOR UPDATE" : ""))
                .bind(
                    "campaigns",
                    campaigns.stream().map(CampaignId::value).distinct().toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .map(Row::hold)
                .list());
  }

  /** Some of them, locked; those in use are left to the next look. */
  public List<Hold> some(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "held_until <= :now ORDER BY held_until, id LIMIT :limit"
                        + " FOR UPDATE SKIP LOCKED")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::hold)
                .list());
  }

  /** The redemptions only; what the counters hold of them is changed by {@link Stock}. */
  public void release(List<Hold> holds) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE voucher_redemption SET state = 'RELEASED' WHERE id = ANY(:ids)")
                .bind("ids", holds.stream().map(Hold::redemption).toArray(UUID[]::new))
                .execute());
  }
}
