package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Clears up behind orders that were not made, once a period. Nobody waits for it: what is overdue
 * counts for nobody from its moment on.
 */
@Singleton
class OverdueDue implements RecurringWork {

  /** Below the time after which the database ends a transaction that stands idle. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private final ReleaseOverdue releaseOverdue;
  private final Duration period;

  OverdueDue(
      ReleaseOverdue releaseOverdue,
      @ConfigProperty(name = "langgan.vouchers.overdue.period") Duration period) {
    this.releaseOverdue = releaseOverdue;
    this.period = period;
  }

  @Override
  public String kind() {
    return "release-overdue-vouchers";
  }

  @Override
  public Next run(String payload) {
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = releaseOverdue.releaseSome();
    }
    return more ? Next.atOnce("") : Next.after(period);
  }
}
