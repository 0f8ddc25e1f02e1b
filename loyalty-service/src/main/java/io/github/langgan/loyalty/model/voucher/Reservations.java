package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.sql.Columns;
import io.github.langgan.loyalty.model.voucher.ReservationRow.RedemptionRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All reservations with their redemptions; one changes only under the lock of its order. */
@Singleton
public class Reservations {

  private static final String SELECT =
      """
      SELECT id, partner, external_id, customer_id, coalesce(came_for, customer_id) AS came_for,
             currency, lines, fingerprint, state, reserved_at, held_until, ended_at, version
        FROM voucher_reservation WHERE id = ANY(:ids) ORDER BY id
      """;

  private static final String SELECT_REDEMPTIONS =
      """
      SELECT r.id, r.reservation_id, r.campaign_id, r.voucher_id, v.code, r.state, r.lines, r.kept,
             r.minimum_kept
        FROM voucher_redemption r JOIN voucher v ON v.id = r.voucher_id
       WHERE r.reservation_id = ANY(:ids) ORDER BY r.reservation_id, r.place
      """;

  private static final String ADD =
      """
      WITH reservation AS (
        INSERT INTO voucher_reservation (id, partner, external_id, customer_id, came_for, currency,
                                         lines, fingerprint, state, reserved_at, held_until)
        VALUES (:id, :partner, :externalId, :customer::uuid,
                nullif(:cameFor::uuid, :customer::uuid), :currency, :lines::jsonb, :fingerprint,
                'HELD', :reservedAt, :heldUntil)
      ), redemption AS (
        INSERT INTO voucher_redemption (id, reservation_id, campaign_id, voucher_id, place,
                                        customer_id, came_for, state, held_until, lines, discount,
                                        kept)
        SELECT id, :id, campaign, voucher, place, :customer::uuid,
               nullif(:cameFor::uuid, :customer::uuid), 'HELD', :heldUntil, lines::jsonb,
               discount, discount
          FROM unnest(:redemptions::uuid[], :campaigns::uuid[], :vouchers::uuid[], :places::int[],
                      :deductions::text[], :discounts::text[]::numeric[])
                 AS r(id, campaign, voucher, place, lines, discount)
      )
      UPDATE voucher_order SET reservation_id = :id
       WHERE partner = :partner AND external_id = :externalId
      """;

  private static final String UPDATE =
      """
      WITH redemption AS (
        UPDATE voucher_redemption r SET state = n.state, kept = n.kept, minimum_kept = n.minimum
          FROM unnest(:redemptions::uuid[], :states::text[], :kept::text[]::numeric[],
                      :minimums::bool[]) AS n(id, state, kept, minimum)
         WHERE r.id = n.id
      )
      UPDATE voucher_reservation SET state = :state, ended_at = :endedAt, version = :version
       WHERE id = :id
      """;

  private final Jdbi jdbi;

  Reservations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Reservation> find(UUID id) {
    return read(List.of(id), "", "").stream().findFirst();
  }

  /** With their redemptions, until the commit. */
  public List<Reservation> lock(Collection<UUID> ids) {
    return read(ids, "FOR UPDATE", "FOR UPDATE OF r");
  }

  private List<Reservation> read(Collection<UUID> ids, String lock, String lockRedemptions) {
    UUID[] all = ids.toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> {
          List<ReservationRow> rows =
              handle.createQuery(SELECT + lock).bind("ids", all).mapTo(ReservationRow.class).list();
          List<RedemptionRow> redemptions =
              handle
                  .createQuery(SELECT_REDEMPTIONS + lockRedemptions)
                  .bind("ids", all)
                  .mapTo(RedemptionRow.class)
                  .list();
          return rows.stream().map(row -> row.reservation(redemptions)).toList();
        });
  }

  /** For its order, which is locked. */
  public void add(Reservation reservation) {
    AtomicInteger place = new AtomicInteger();
    Columns<Redemption> columns =
        new Columns<>(reservation.redemptions())
            .uuids("redemptions", Redemption::id)
            .uuids("campaigns", one -> one.campaign().value())
            .uuids("vouchers", Redemption::voucher)
            .ints("places", one -> place.incrementAndGet())
            .texts("deductions", one -> ReservationRow.json(one.granted()))
            .decimals("discounts", Redemption::kept);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bindMap(columns.arrays())
                .bind("id", reservation.id())
                .bind("partner", reservation.partner())
                .bind("externalId", reservation.externalId())
                .bind(
                    "customer",
                    reservation.customer() == null ? null : reservation.customer().value())
                .bind(
                    "cameFor", reservation.cameFor() == null ? null : reservation.cameFor().value())
                .bind("currency", reservation.order().currency())
                .bind("lines", ReservationRow.json(reservation.order()))
                .bind("fingerprint", reservation.fingerprint())
                .bind("reservedAt", reservation.reservedAt().atOffset(ZoneOffset.UTC))
                .bind("heldUntil", reservation.heldUntil().atOffset(ZoneOffset.UTC))
                .execute());
  }

  public void update(Reservation reservation) {
    Columns<Redemption> columns =
        new Columns<>(reservation.redemptions())
            .uuids("redemptions", Redemption::id)
            .texts("states", one -> one.state().name())
            .decimals("kept", Redemption::kept);
    @Nullable Instant end = reservation.endedAt();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(UPDATE)
                .bindMap(columns.arrays())
                .bind(
                    "minimums",
                    reservation.redemptions().stream()
                        .map(Redemption::minimumKept)
                        .toArray(Boolean[]::new))
                .bind("id", reservation.id())
                .bind("state", reservation.state().name())
                .bind("endedAt", end == null ? null : end.atOffset(ZoneOffset.UTC))
                .bind("version", reservation.version())
                .execute());
  }
}
