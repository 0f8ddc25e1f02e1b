package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.VoucherRedeemedV1;
import io.github.langgan.loyalty.contract.VoucherRestoredV1;
import io.github.langgan.loyalty.contract.VoucherRestoredV1.Cause;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.Transactions;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import io.github.langgan.loyalty.model.voucher.ReservationState;
import io.github.langgan.loyalty.model.voucher.Reservations;
import io.github.langgan.loyalty.model.voucher.Stock;
import io.github.langgan.loyalty.model.voucher.VoucherOrders;
import io.github.langgan.loyalty.model.voucher.Vouchers;
import io.github.langgan.loyalty.voucher.returning.GiveVouchersBack;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Uses what is reserved, or lets it go; the same again changes nothing. */
@Singleton
class EndReservation {

  private final Aliases aliases;
  private final VisibleReservations visible;
  private final VoucherOrders orders;
  private final Reservations reservations;
  private final Transactions transactions;
  private final GiveVouchersBack giveVouchersBack;
  private final Vouchers vouchers;
  private final Stock stock;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  EndReservation(
      Aliases aliases,
      VisibleReservations visible,
      VoucherOrders orders,
      Reservations reservations,
      Transactions transactions,
      GiveVouchersBack giveVouchersBack,
      Vouchers vouchers,
      Stock stock,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.visible = visible;
    this.orders = orders;
    this.reservations = reservations;
    this.transactions = transactions;
    this.giveVouchersBack = giveVouchersBack;
    this.vouchers = vouchers;
    this.stock = stock;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** A return of the order may have been heard of before: it has its effect then. */
  @Transactional
  public Ending confirm(UUID id) {
    aliases.hold();
    Optional<Reservation> asked = visible.find(id);
    if (asked.isEmpty()) {
      return new Ending.Missing();
    }
    VoucherOrders.Row order = orders.lock(asked.get().partner(), asked.get().externalId());
    Reservation one = reservations.lock(List.of(id)).getFirst();
    Instant now = clock.instant();
    return switch (one.state()) {
      case REDEEMED, RESTORED -> new Ending.Done(one, null);
      case RELEASED -> new Ending.Over(one);
      case HELD -> holdsAll(one, now) ? confirm(one, order, now) : new Ending.Over(one);
    };
  }

  private Ending confirm(Reservation held, VoucherOrders.Row order, Instant now) {
    Reservation redeemed = changed(held, ReservationState.REDEEMED, now);
    reservations.update(redeemed);
    List<PublishedEvent> events = new ArrayList<>();
    redeemed
        .redemptions()
        .forEach(redemption -> events.add(VoucherRedeemedV1.of(redemption, redeemed, now)));
    Reservation left = redeemed;
    if (order.purchaseId() != null) {
      giveVouchersBack
          .afterReturns(purchase(order.purchaseId()), now)
          .forEach(given -> events.add(given.event()));
      left = reservations.find(held.id()).orElseThrow();
    }
    audit.record("vouchers.redeemed", "voucher-reservation", held.id(), "", Map.of());
    Position position = outbox.append(events).getLast();
    return new Ending.Done(left, position);
  }

  /** Also what was used: the order was not made after all. */
  @Transactional
  public Ending release(UUID id) {
    aliases.hold();
    Optional<Reservation> asked = visible.find(id);
    if (asked.isEmpty()) {
      return new Ending.Missing();
    }
    orders.lock(asked.get().partner(), asked.get().externalId());
    Reservation one = reservations.lock(List.of(id)).getFirst();
    return switch (one.state()) {
      case RELEASED, RESTORED -> new Ending.Done(one, null);
      case HELD, REDEEMED -> release(one, clock.instant());
    };
  }

  private Ending release(Reservation one, Instant now) {
    List<Redemption> left =
        one.redemptions().stream()
            .filter(redemption -> redemption.state() != ReservationState.RELEASED)
            .toList();
    Reservation released = changed(one, ReservationState.RELEASED, now);
    reservations.update(released);
    stock.lockAndChange(left.stream().map(redemption -> redemption.use().undone()).toList());
    audit.record("vouchers.released", "voucher-reservation", one.id(), "", Map.of());
    if (one.state() == ReservationState.HELD) {
      return new Ending.Done(released, null);
    }
    vouchers.extend(left.stream().map(Redemption::voucher).toList(), now);
    List<VoucherRestoredV1> events =
        left.stream()
            .map(
                redemption ->
                    VoucherRestoredV1.of(redemption, one, Cause.CANCELLED, redemption.kept(), now))
            .toList();
    return new Ending.Done(released, outbox.append(events).getLast());
  }

  private List<Purchase> purchase(UUID id) {
    return transactions.withIds(List.of(new TransactionId(id))).stream()
        .filter(Purchase.class::isInstance)
        .map(Purchase.class::cast)
        .toList();
  }

  /** Another replica's clock may have taken some of it by now. */
  private static boolean holdsAll(Reservation one, Instant now) {
    return !one.isOverdue(now)
        && one.redemptions().stream()
            .allMatch(redemption -> redemption.state() == ReservationState.HELD);
  }

  private static Reservation changed(Reservation one, ReservationState then, Instant now) {
    return one.with(
        then,
        one.redemptions().stream()
            .map(
                redemption -> redemption.keeping(redemption.kept(), redemption.minimumKept(), then))
            .toList(),
        now);
  }
}
