package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Once a period notes offers as expired; nobody can accept them before. */
@Singleton
class OffersDue implements RecurringWork {

  /** Below the time after which the database ends a transaction that stands idle. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private final ExpireOffers expireOffers;
  private final Duration period;

  OffersDue(
      ExpireOffers expireOffers,
      @ConfigProperty(name = "langgan.offers.expiry.period") Duration period) {
    this.expireOffers = expireOffers;
    this.period = period;
  }

  @Override
  public String kind() {
    return "expire-offers";
  }

  @Override
  public Next run(String payload) {
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = expireOffers.expireSome();
    }
    return more ? Next.atOnce("") : Next.after(period);
  }
}
