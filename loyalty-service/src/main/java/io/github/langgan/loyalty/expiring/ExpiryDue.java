package io.github.langgan.loyalty.expiring;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks for expired points once a period, on one replica at a time. The lots themselves say what is
 * due; each portion is a transaction of its own, so dying between two loses nothing.
 */
@Singleton
class ExpiryDue implements RecurringWork {

  /** Below the time after which the database ends a transaction that stands idle. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private final ExpirePoints expirePoints;
  private final Duration period;

  ExpiryDue(
      ExpirePoints expirePoints, @ConfigProperty(name = "langgan.expiry.period") Duration period) {
    this.expirePoints = expirePoints;
    this.period = period;
  }

  @Override
  public String kind() {
    return "expire-points";
  }

  @Override
  public Next run(String payload) {
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = expirePoints.expireSome();
    }
    return more ? Next.atOnce("") : Next.after(period);
  }
}
