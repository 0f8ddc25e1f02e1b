package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.duework.RecurringWork;
import io.github.langgan.loyalty.model.Memberships;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Releases reservations whose time is over, once a period: each in a transaction of its own. Nobody
 * can confirm them any more, released or not.
 */
@Singleton
class ReservationsDue implements RecurringWork {

  private static final Logger LOG = Logger.getLogger(ReservationsDue.class);

  /** Takes less than the time after which the database ends a transaction that stands idle. */
  private static final int PORTION = 500;

  private final Redemptions redemptions;
  private final Memberships memberships;
  private final EndReservation endReservation;
  private final Clock clock;
  private final Duration period;

  ReservationsDue(
      Redemptions redemptions,
      Memberships memberships,
      EndReservation endReservation,
      Clock clock,
      @ConfigProperty(name = "langgan.reservations.period") Duration period) {
    this.redemptions = redemptions;
    this.memberships = memberships;
    this.endReservation = endReservation;
    this.clock = clock;
    this.period = period;
  }

  @Override
  public String kind() {
    return "release-reserved-points";
  }

  @Override
  public Next run(String payload) {
    List<Redemption> overdue = redemptions.overdue(clock.instant(), PORTION);
    long released = overdue.stream().filter(this::release).count();
    return released == PORTION ? Next.atOnce("") : Next.after(period);
  }

  /** One that can't be released doesn't keep the others waiting. */
  private boolean release(Redemption redemption) {
    try {
      endReservation.timeOut(
          memberships.find(redemption.membership()).orElseThrow(), redemption.id());
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "Redemption %s stays reserved until the next look", redemption.id());
      return false;
    }
  }
}
