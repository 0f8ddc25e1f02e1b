package io.github.langgan.customer.webhook.delivery;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Also what was hardly tried, since its receiver was paused or disabled, is given up in the end.
 */
@Singleton
class GiveUpMessages implements RecurringWork {

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int AT_A_TIME = 5_000;

  private static final String GIVE_UP =
      """
      UPDATE webhook_delivery d SET state = 'DEAD'
        FROM (SELECT webhook_id, event_id FROM webhook_delivery
               WHERE state = 'WAITING' AND wanted_at < :before
               ORDER BY wanted_at LIMIT :atATime FOR UPDATE SKIP LOCKED) late
       WHERE d.webhook_id = late.webhook_id AND d.event_id = late.event_id
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  GiveUpMessages(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "give-up-webhook-messages";
  }

  @Override
  public Next run(String payload) {
    int dead =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(GIVE_UP)
                    .bind("before", clock.instant().minus(RetrySchedule.LONGEST).atOffset(UTC))
                    .bind("atATime", AT_A_TIME)
                    .execute());
    return dead == AT_A_TIME ? Next.atOnce("") : Next.after(PAUSE);
  }
}
