package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.voucher.Asked;
import io.github.langgan.loyalty.model.voucher.Evaluation;
import io.github.langgan.loyalty.model.voucher.Redemption;
import io.github.langgan.loyalty.model.voucher.Reservation;
import io.github.langgan.loyalty.model.voucher.ReservationState;
import io.github.langgan.loyalty.model.voucher.Reservations;
import io.github.langgan.loyalty.model.voucher.Shopper;
import io.github.langgan.loyalty.model.voucher.Stock;
import io.github.langgan.loyalty.model.voucher.Verdict;
import io.github.langgan.loyalty.model.voucher.VoucherOrders;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds vouchers and the budgets that pay for them for an order: all or nothing. Budgets and
 * vouchers with limits are locked late, just before they are judged and taken from, since many
 * orders want the same.
 */
@Singleton
class ReserveVouchers {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Customers customers;
  private final VoucherOrders orders;
  private final Reservations reservations;
  private final LookUpCodes lookUpCodes;
  private final Shoppers shoppers;
  private final UnknownCodes unknownCodes;
  private final Stock stock;
  private final Clock clock;

  ReserveVouchers(
      Aliases aliases,
      ErasedSubjects erased,
      Customers customers,
      VoucherOrders orders,
      Reservations reservations,
      LookUpCodes lookUpCodes,
      Shoppers shoppers,
      UnknownCodes unknownCodes,
      Stock stock,
      Clock clock) {
    this.aliases = aliases;
    this.erased = erased;
    this.customers = customers;
    this.orders = orders;
    this.reservations = reservations;
    this.lookUpCodes = lookUpCodes;
    this.shoppers = shoppers;
    this.unknownCodes = unknownCodes;
    this.stock = stock;
    this.clock = clock;
  }

  @Transactional
  public ReservationOutcome reserve(Checkout checkout, Duration holdFor) {
    unknownCodes.requireFewBefore();
    aliases.hold();
    @Nullable CustomerId record = checkout.customer();
    if (record != null && erased.contains(record.value())) {
      return new ReservationOutcome.UnknownCustomer();
    }
    @Nullable CustomerId customer =
        record == null ? null : new CustomerId(aliases.resolve(record.value()));
    LookUpCodes.Known known = lookUpCodes.find(checkout.codes());
    if (customer != null && !Shoppers.counting(known.campaigns().values()).isEmpty()) {
      customers.lockForCounting(customer);
    }
    Instant now = clock.instant();
    VoucherOrders.Row order = orders.lock(checkout.partner(), checkout.externalId());
    Optional<Reservation> standing =
        Optional.ofNullable(order.reservationId())
            .flatMap(reservations::find)
            .filter(one -> one.stands(now));
    if (standing.isPresent()) {
      return again(standing.get(), checkout);
    }
    List<Asked> asked = lookUpCodes.lock(known, now);
    unknownCodes.count(asked);
    Shopper shopper = shoppers.of(customer, known.campaigns().values(), now);
    List<Verdict> verdicts = Evaluation.of(asked, checkout.order(), shopper, now);
    if (!verdicts.stream().allMatch(Verdict.Applies.class::isInstance)) {
      orders.forget(order);
      return new ReservationOutcome.Refused(verdicts);
    }
    Reservation reservation =
        new Reservation(
            UuidV7.next(),
            checkout.partner(),
            checkout.externalId(),
            customer,
            record,
            checkout.order(),
            Fingerprint.of(checkout),
            ReservationState.HELD,
            now,
            now.plus(holdFor),
            null,
            1,
            verdicts.stream().map(one -> redemption((Verdict.Applies) one)).toList());
    stock.change(reservation.redemptions().stream().map(Redemption::use).toList());
    reservations.add(reservation);
    return new ReservationOutcome.Reserved(reservation);
  }

  private static ReservationOutcome again(Reservation standing, Checkout checkout) {
    return standing.fingerprint().equals(Fingerprint.of(checkout))
        ? new ReservationOutcome.Existing(standing)
        : new ReservationOutcome.OtherContent(standing.id());
  }

  private static Redemption redemption(Verdict.Applies verdict) {
    var voucher = verdict.asked().voucher();
    return new Redemption(
        UuidV7.next(),
        voucher.campaign(),
        voucher.id(),
        voucher.code().ending(),
        ReservationState.HELD,
        verdict.deduction(),
        verdict.deduction().total(),
        true);
  }
}
