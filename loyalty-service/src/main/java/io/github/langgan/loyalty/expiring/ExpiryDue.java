package io.github.langgan.loyalty.expiring;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks for expired points once a period, on one replica at a time. The lots themselves say what is
 * due; each portion is a transaction of its own, so dying between two loses nothing.
 */
@Singleton
class ExpiryDue implements DueWorkHandler {

  private static final String SUBJECT = "all";

  /** Below the time after which the database ends a transaction that stands idle. */
  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

  private final ExpirePoints expirePoints;
  private final DueWork dueWork;
  private final Clock clock;
  private final Duration period;

  ExpiryDue(
      ExpirePoints expirePoints,
      DueWork dueWork,
      Clock clock,
      @ConfigProperty(name = "langgan.expiry.period") Duration period) {
    this.expirePoints = expirePoints;
    this.dueWork = dueWork;
    this.clock = clock;
    this.period = period;
  }

  @Transactional
  void start(@Observes StartupEvent event) {
    dueWork.schedule(kind(), SUBJECT, clock.instant(), "");
  }

  @Override
  public String kind() {
    return "expire-points";
  }

  @Override
  public void run(List<DueItem> items) {
    long end = System.nanoTime() + LONGEST_RUN.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      more = expirePoints.expireSome();
    }
    Duration rest = more ? Duration.ofMillis(1) : period;
    dueWork.schedule(kind(), SUBJECT, clock.instant().plus(rest), "");
  }
}
