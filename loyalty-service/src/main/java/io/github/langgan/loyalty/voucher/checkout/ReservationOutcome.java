package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.loyalty.model.voucher.Reservation;
import io.github.langgan.loyalty.model.voucher.Verdict;
import java.util.List;
import java.util.UUID;

sealed interface ReservationOutcome {

  record Reserved(Reservation reservation) implements ReservationOutcome {}

  /** The same order again. */
  record Existing(Reservation reservation) implements ReservationOutcome {}

  /** The order has a reservation of another content. */
  record OtherContent(UUID reservation) implements ReservationOutcome {}

  /** Nothing was reserved. */
  record Refused(List<Verdict> verdicts) implements ReservationOutcome {}

  /** Who orders was erased meanwhile. */
  record UnknownCustomer() implements ReservationOutcome {}
}
