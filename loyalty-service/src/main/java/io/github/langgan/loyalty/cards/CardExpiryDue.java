package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks for expired cards once a period, on one replica at a time. The cards themselves say what is
 * due; each portion is a transaction of its own, so dying between two loses nothing.
 */
@Singleton
class CardExpiryDue implements RecurringWork {

  /** Below the time after which the database ends a transaction that stands idle. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private final ExpireCards expireCards;
  private final Duration period;

  CardExpiryDue(
      ExpireCards expireCards, @ConfigProperty(name = "langgan.expiry.period") Duration period) {
    this.expireCards = expireCards;
    this.period = period;
  }

  @Override
  public String kind() {
    return "expire-cards";
  }

  @Override
  public Next run(String payload) {
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = expireCards.expireSome();
    }
    return more ? Next.atOnce("") : Next.after(period);
  }
}
