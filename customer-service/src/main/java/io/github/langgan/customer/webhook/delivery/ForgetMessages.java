package io.github.langgan.customer.webhook.delivery;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes away what is older than it can be replayed. Ids of events tell their time. A message stays
 * a little longer than its deliveries, which may just have been replayed.
 */
@Singleton
class ForgetMessages implements RecurringWork {

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int AT_A_TIME = 5_000;

  private static final String DELIVERIES =
      """
      DELETE FROM webhook_delivery d
       USING (SELECT w.id, o.event_id
                FROM webhook w
               CROSS JOIN LATERAL (
                 SELECT event_id FROM webhook_delivery
                  WHERE webhook_id = w.id AND event_id < first_uuid_at(:before)
                    AND state <> 'WAITING'
                  ORDER BY event_id LIMIT :atATime) o
               LIMIT :atATime) old
       WHERE d.webhook_id = old.id AND d.event_id = old.event_id AND d.state <> 'WAITING'
      """;

  private static final String MESSAGES =
      """
      DELETE FROM webhook_message
       WHERE event_id IN (SELECT event_id FROM webhook_message
                           WHERE event_id < first_uuid_at(:before)
                           ORDER BY event_id LIMIT :atATime)
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration kept;

  ForgetMessages(
      Jdbi jdbi,
      Clock clock,
      @ConfigProperty(name = "langgan.webhooks.kept-for", defaultValue = "P30D") Duration kept) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.kept = kept;
  }

  @Override
  public String kind() {
    return "forget-webhook-messages";
  }

  @Override
  public Next run(String payload) {
    int most =
        Math.max(
            delete(DELIVERIES, kept),
            delete(MESSAGES, kept.plus(RetrySchedule.LONGEST).plusDays(1)));
    return most == AT_A_TIME ? Next.atOnce("") : Next.after(PAUSE);
  }

  private int delete(String sql, Duration age) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bind("before", clock.instant().minus(age).atOffset(UTC))
                .bind("atATime", AT_A_TIME)
                .execute());
  }
}
