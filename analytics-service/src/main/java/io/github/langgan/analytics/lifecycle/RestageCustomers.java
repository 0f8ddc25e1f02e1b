package io.github.langgan.analytics.lifecycle;

import io.github.langgan.analytics.contract.LifecycleChangedV1;
import io.github.langgan.chassis.duework.RecurringWork;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Goes through all customers again and again, in parts, each in a transaction of its own: who is
 * silent changes its stage without an event. The payload says how far it came; empty: it starts.
 */
@Singleton
class RestageCustomers implements RecurringWork {

  static final String KIND = "lifecycle-stages";
  private static final UUID FIRST = new UUID(0, 0);
  private static final int PART = 5_000;

  private final FollowStages stages;
  private final Outbox outbox;
  private final Jdbi jdbi;
  private final Duration every;

  RestageCustomers(
      FollowStages stages,
      Outbox outbox,
      Jdbi jdbi,
      @ConfigProperty(name = "langgan.lifecycle.every") Duration every) {
    this.stages = stages;
    this.outbox = outbox;
    this.jdbi = jdbi;
    this.every = every;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Next run(String payload) {
    List<UUID> part = after(payload.isEmpty() ? FIRST : UUID.fromString(payload));
    List<UUID> changed = stages.changed(part).stream().map(LifecycleChangedV1::customerId).toList();
    if (!changed.isEmpty()) {
      lock(changed);
      // as they are once nobody else changes them
      outbox.append(stages.follow(changed));
    }
    return part.size() < PART ? Next.after(every) : Next.atOnce(part.getLast().toString());
  }

  private List<UUID> after(UUID last) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id FROM customer_activity WHERE customer_id > :after
                     ORDER BY customer_id LIMIT :limit
                    """)
                .bind("after", last)
                .bind("limit", PART)
                .mapTo(UUID.class)
                .list());
  }

  private void lock(List<UUID> customers) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id FROM customer_activity
                     WHERE customer_id = ANY(:ids) ORDER BY customer_id FOR UPDATE
                    """)
                .bind("ids", customers.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
  }
}
