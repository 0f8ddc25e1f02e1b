package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.model.voucher.Reservation;
import io.github.langgan.loyalty.model.voucher.Reservations;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** A partner sees what it reserved, the company's own staff everything. */
@Singleton
class VisibleReservations {

  private final Reservations reservations;
  private final Caller caller;

  VisibleReservations(Reservations reservations, Caller caller) {
    this.reservations = reservations;
    this.caller = caller;
  }

  Optional<Reservation> find(UUID id) {
    return reservations
        .find(id)
        .filter(one -> caller.partner().map(one.partner()::equals).orElse(caller.isStaff()));
  }
}
