package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks once a period for members whose tier the clock has changed, on one replica at a time. Reads
 * and rules don't wait for it: it tells of what is so already. The members themselves say what is
 * due; each portion is a transaction of its own, so dying between two loses nothing.
 */
@Singleton
class TiersDue implements RecurringWork {

  /** Below the time after which the database ends a transaction that stands idle. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private final SettleDueTiers settleDueTiers;
  private final Duration period;

  TiersDue(
      SettleDueTiers settleDueTiers,
      @ConfigProperty(name = "langgan.tiers.period") Duration period) {
    this.settleDueTiers = settleDueTiers;
    this.period = period;
  }

  @Override
  public String kind() {
    return "settle-tiers";
  }

  @Override
  public Next run(String payload) {
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = settleDueTiers.settleSome();
    }
    return more ? Next.atOnce("") : Next.after(period);
  }
}
