package io.github.langgan.complaint.clocks;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseEvent;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.ResolutionClock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says so once when a case wasn't resolved in time. */
@Singleton
class BreachResolutionClocks implements DueWorkHandler {

  private final Cases cases;
  private final Outbox outbox;
  private final Clock clock;

  BreachResolutionClocks(Cases cases, Outbox outbox, Clock clock) {
    this.cases = cases;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return ResolutionClock.DUE_WORK;
  }

  @Override
  public void run(List<DueItem> items) {
    Instant now = clock.instant();
    List<CaseEvent> breaches = new ArrayList<>();
    // every replica locks cases in the order of their ids
    items.stream().map(DueItem::subject).sorted().forEach(id -> breaches.addAll(breach(id, now)));
    outbox.append(Published.from(breaches));
  }

  /** A case that was resolved while its clock came due has nothing left to breach. */
  private List<CaseEvent> breach(String id, Instant now) {
    Optional<Change.Changed> breach =
        cases
            .lockedWithId(new CaseId(UUID.fromString(id)))
            .flatMap((Case found) -> found.breachClock(now));
    breach.map(Change.Changed::after).ifPresent(cases::put);
    return breach.map(Change.Changed::events).orElse(List.of());
  }
}
