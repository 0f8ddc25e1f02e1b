package io.github.langgan.loyalty.returning;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.returning.ReturnView.Effect;
import io.github.langgan.loyalty.returning.ReturnView.EffectView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What returns did, as the tables say that they changed. */
@Singleton
class ReturnEffects {

  private static final String RETURN =
      """
      SELECT id, partner, external_id, occurred_at, customer_id FROM transaction
       WHERE id = :id AND type = 'RETURN'
      """;

  private static final String TAKEN =
      """
      SELECT t.membership_id, t.points, t.shortfall,
             (SELECT coalesce(sum(e.debt), 0) FROM entry e
               WHERE e.membership_id = t.membership_id AND e.transaction_id = t.transaction_id
                 AND e.kind = 'RETURNED') AS owed,
             (SELECT e.id FROM entry e
               WHERE e.membership_id = t.membership_id AND e.transaction_id = t.transaction_id
                 AND e.kind = 'RETURNED' LIMIT 1) AS entry_id
        FROM take_back t WHERE t.transaction_id = :id ORDER BY t.membership_id
      """;

  private static final String TIERS =
      """
      SELECT c.membership_id, c.from_level, c.to_level
        FROM take_back t
        JOIN membership named ON named.id = t.membership_id
        JOIN membership m ON m.customer_id = named.customer_id AND m.program_id = named.program_id
        JOIN tier_change c ON c.membership_id = m.id AND c.cause = t.transaction_id
       WHERE t.transaction_id = :id AND c.reason = 'RETURN' ORDER BY c.id
      """;

  private static final String VOUCHERS =
      """
      SELECT v.voucher_id, r.id AS reservation_id, v.state, v.discount, v.kept, v.minimum_kept,
             r.currency
        FROM transaction p
        JOIN voucher_order o ON o.partner = p.partner AND o.external_id = p.external_id
        JOIN voucher_reservation r ON r.id = o.reservation_id
        JOIN voucher_redemption v ON v.reservation_id = r.id AND v.state IN ('REDEEMED', 'RESTORED')
       WHERE p.id IN (SELECT purchase_id FROM returned_line WHERE return_id = :id)
       ORDER BY v.id
      """;

  private final Jdbi jdbi;

  ReturnEffects(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID id, String partner, String externalId, Instant occurredAt, @Nullable UUID customerId) {}

  record TakenRow(
      UUID membershipId, long points, long shortfall, long owed, @Nullable UUID entryId) {}

  record TierRow(UUID membershipId, @Nullable String fromLevel, String toLevel) {}

  record VoucherRow(
      UUID voucherId,
      UUID reservationId,
      String state,
      BigDecimal discount,
      BigDecimal kept,
      boolean minimumKept,
      String currency) {}

  /**
   * @param customer null: nobody knows who it was
   */
  record Return(@Nullable CustomerId customer, ReturnView view) {}

  Optional<Return> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RETURN)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(row -> of(handle, row)));
  }

  private static Return of(Handle handle, Row row) {
    List<UUID> purchases =
        handle
            .createQuery(
                "SELECT DISTINCT purchase_id FROM returned_line WHERE return_id = :id ORDER BY 1")
            .bind("id", row.id())
            .mapTo(UUID.class)
            .list();
    List<EffectView> effects = new ArrayList<>();
    handle
        .createQuery(TAKEN)
        .bind("id", row.id())
        .mapTo(TakenRow.class)
        .forEach(taken -> addPoints(taken, effects));
    handle
        .createQuery(TIERS)
        .bind("id", row.id())
        .mapTo(TierRow.class)
        .forEach(
            tier ->
                effects.add(
                    EffectView.ofTier(tier.membershipId(), tier.fromLevel(), tier.toLevel())));
    handle
        .createQuery(VOUCHERS)
        .bind("id", row.id())
        .mapTo(VoucherRow.class)
        .forEach(voucher -> addVoucher(voucher, effects));
    return new Return(
        row.customerId() == null ? null : new CustomerId(row.customerId()),
        new ReturnView(
            row.id(), row.partner(), row.externalId(), row.occurredAt(), purchases, effects));
  }

  private static void addPoints(TakenRow taken, List<EffectView> effects) {
    if (taken.points() > 0) {
      effects.add(
          EffectView.ofPoints(
              Effect.POINTS_TAKEN_BACK, taken.membershipId(), taken.entryId(), taken.points()));
    }
    if (taken.owed() > 0) {
      effects.add(
          EffectView.ofPoints(
              Effect.POINTS_OWED, taken.membershipId(), taken.entryId(), taken.owed()));
    }
    if (taken.shortfall() > taken.owed()) {
      effects.add(
          EffectView.ofPoints(
              Effect.POINTS_GONE,
              taken.membershipId(),
              taken.entryId(),
              taken.shortfall() - taken.owed()));
    }
  }

  private static void addVoucher(VoucherRow row, List<EffectView> effects) {
    Money back = new Money(row.discount().subtract(row.kept()), row.currency());
    if (row.state().equals("RESTORED")) {
      effects.add(
          EffectView.ofVoucher(
              Effect.VOUCHER_RESTORED, row.voucherId(), row.reservationId(), back));
    } else if (back.amount().signum() > 0) {
      effects.add(
          EffectView.ofVoucher(Effect.VOUCHER_REDUCED, row.voucherId(), row.reservationId(), back));
    }
    if (row.state().equals("REDEEMED") && !row.minimumKept()) {
      effects.add(
          EffectView.ofVoucher(
              Effect.VOUCHER_MINIMUM_MISSED,
              row.voucherId(),
              row.reservationId(),
              new Money(row.kept(), row.currency())));
    }
  }
}
