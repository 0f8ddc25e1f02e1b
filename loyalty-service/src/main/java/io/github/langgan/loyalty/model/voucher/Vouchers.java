package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All vouchers. */
@Singleton
public class Vouchers {

  private static final String SELECT = "SELECT " + VoucherRow.COLUMNS + " FROM voucher v ";

  private static final String ADD =
      """
      INSERT INTO voucher (id, campaign_id, code, batch_id, customer_id, came_for, issued_at,
                           valid_until, most_uses)
      SELECT id, :campaign::uuid, code, :batch::uuid, :customer::uuid,
             nullif(:cameFor::uuid, :customer::uuid), :at::timestamptz,
             :validUntil::timestamptz, :mostUses::int
        FROM unnest(:ids::uuid[], :codes::text[]) AS n(id, code)
      ON CONFLICT (code) DO NOTHING
      """;

  private static final String EXTEND =
      """
      UPDATE voucher v SET valid_until = :now::timestamptz + c.extend_days * interval '24 hours'
        FROM voucher_campaign c
       WHERE v.id = ANY(:ids) AND c.id = v.campaign_id AND c.extend_days > 0 AND v.most_uses = 1
         AND coalesce(v.valid_until, c.valid_until)
               < :now::timestamptz + c.extend_days * interval '24 hours'
      """;

  private final Jdbi jdbi;

  Vouchers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Adds those whose codes are free; the vouchers differ in id and code only.
   *
   * @return how many
   */
  public int add(List<Voucher> vouchers, @Nullable UUID batch) {
    Voucher first = vouchers.getFirst();
    Columns<Voucher> columns =
        new Columns<>(vouchers).uuids("ids", Voucher::id).texts("codes", one -> one.code().text());
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bindMap(columns.arrays())
                .bind("campaign", first.campaign().value())
                .bind("batch", batch)
                .bind("customer", first.customer() == null ? null : first.customer().value())
                .bind("cameFor", first.cameFor() == null ? null : first.cameFor().value())
                .bind("at", first.issuedAt().atOffset(ZoneOffset.UTC))
                .bind(
                    "validUntil",
                    first.validUntil() == null ? null : first.validUntil().atOffset(ZoneOffset.UTC))
                .bind("mostUses", first.mostUses())
                .execute());
  }

  /**
   * Lets vouchers of one use that come back be used a while longer, as their campaigns promise; the
   * rows are locked.
   */
  public void extend(Collection<UUID> vouchers, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(EXTEND)
                .bind("ids", vouchers.toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  public List<Voucher> withCodes(Collection<VoucherCode> codes) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE v.code = ANY(:codes)")
                .bind("codes", codes.stream().map(VoucherCode::text).toArray(String[]::new))
                .mapTo(VoucherRow.class)
                .map(VoucherRow::voucher)
                .list());
  }

  public Optional<Voucher> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE v.id = :id")
                .bind("id", id)
                .mapTo(VoucherRow.class)
                .findOne()
                .map(VoucherRow::voucher));
  }

  /** A customer's own, the newest first. */
  public List<Voucher> of(CustomerId customer, @Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE v.customer_id = :customer AND (:after::uuid IS NULL OR v.id < :after)"
                        + " ORDER BY v.id DESC LIMIT :limit")
                .bind("customer", customer.value())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(VoucherRow.class)
                .map(VoucherRow::voucher)
                .list());
  }

  /** Of a campaign, in the order in which they were made. */
  public List<Voucher> of(CampaignId campaign, UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE v.campaign_id = :campaign AND v.id > :after ORDER BY v.id LIMIT :limit")
                .bind("campaign", campaign.value())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(VoucherRow.class)
                .map(VoucherRow::voucher)
                .list());
  }
}
