package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.RecurringWork;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerArchivedV1;
import io.github.langgan.customer.contract.CustomerReactivatedV1;
import io.github.langgan.customer.upkeep.inactivity.InactiveCustomers.Inactive;
import io.github.langgan.customer.upkeep.inactivity.InactiveCustomers.Range;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes it so that just those customers are archived whom a rule names, some customers at a time.
 * It may stop anywhere, and goes on from there.
 */
@Singleton
class ArchiveInactive implements RecurringWork {

  static final Duration PAUSE = Duration.ofHours(6);
  static final int AT_A_TIME = 5_000;

  private final InactivityRules rules;
  private final InactiveCustomers customers;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ArchiveInactive(
      InactivityRules rules, InactiveCustomers customers, Outbox outbox, Audit audit, Clock clock) {
    this.rules = rules;
    this.customers = customers;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "archive-inactive";
  }

  /**
   * @param payload the last customer of the run before
   */
  @Override
  public Next run(String payload) {
    Range range = customers.range(payload.isEmpty() ? null : UUID.fromString(payload), AT_A_TIME);
    List<InactivityRule> all = rules.all();
    Instant now = clock.instant();
    List<UUID> back = customers.reactivate(all, range);
    List<Inactive> gone = customers.archive(all, range, now);
    outbox.append(back.stream().map(id -> new CustomerReactivatedV1(id, now)).toList());
    outbox.append(
        gone.stream()
            .map(one -> new CustomerArchivedV1(one.customer(), one.rule(), one.lastAt(), now))
            .toList());
    if (!back.isEmpty() || !gone.isEmpty()) {
      audit.record(
          "customers.archived",
          "customer",
          gone.isEmpty() ? back.getFirst() : gone.getFirst().customer(),
          "",
          Map.of("archived", gone.size(), "reactivated", back.size()));
    }
    UUID end = range.upTo();
    return end == null ? Next.after(PAUSE) : Next.atOnce(end.toString());
  }
}
