package io.github.langgan.complaint.opening;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.ClockPolicy;
import io.github.langgan.complaint.model.CustomerId;
import io.github.langgan.complaint.model.KnownCustomers;
import io.github.langgan.complaint.model.Matter;
import io.github.langgan.complaint.model.Owner;
import io.github.langgan.complaint.model.ResolutionClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Takes up what a customer asks or complains about, and starts the resolution clock. */
@Singleton
public class OpenCase {

  private final Aliases aliases;
  private final KnownCustomers customers;
  private final Cases cases;
  private final ClockPolicy policy;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  OpenCase(
      Aliases aliases,
      KnownCustomers customers,
      Cases cases,
      ClockPolicy policy,
      DueWork dueWork,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.customers = customers;
    this.cases = cases;
    this.policy = policy;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Opening open(CustomerId customer, Matter matter) {
    UUID current = aliases.resolve(customer.value());
    if (!customers.contains(customer)) {
      return new Opening.UnknownCustomer(customer);
    }
    Instant now = clock.instant();
    Instant dueAt = now.plus(policy.resolutionWithin(matter.kind(), matter.category()));
    Owner owner = new Owner(new CustomerId(current), customer);
    Change.Changed change = Case.open(new CaseId(UuidV7.next()), owner, matter, dueAt, now);
    Case opened = change.after();
    cases.add(opened);
    dueWork.schedule(ResolutionClock.DUE_WORK, opened.id().toString(), dueAt, "");
    Position position = outbox.append(Published.from(change.events())).getLast();
    audit.record("case.opened", "case", opened.id(), "", Map.of());
    return new Opening.Opened(opened, position);
  }
}
