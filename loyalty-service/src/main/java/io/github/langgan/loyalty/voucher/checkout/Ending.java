package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.voucher.Reservation;
import org.jspecify.annotations.Nullable;

/** What became of the wish to use a reservation, or to let it go. */
sealed interface Ending {

  /**
   * @param position of the last event; null when nothing was told
   */
  record Done(Reservation reservation, @Nullable Position position) implements Ending {}

  /** It was let go, or its time was over. */
  record Over(Reservation reservation) implements Ending {}

  record Missing() implements Ending {}
}
