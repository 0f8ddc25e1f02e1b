package io.github.langgan.complaint.closing;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Ends a resolved case. */
@Singleton
public class CloseCase {

  private final Cases cases;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  CloseCase(Cases cases, Outbox outbox, Audit audit, Clock clock) {
    this.cases = cases;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Outcome close(CaseId id) {
    Optional<Case> found = cases.lockedWithId(id);
    if (found.isEmpty()) {
      return new Outcome.NoSuchCase();
    }
    return switch (found.get().close(clock.instant())) {
      case Change.Changed changed -> store(changed);
      case Change.Illegal refused -> new Outcome.IllegalState(refused.status());
    };
  }

  private Outcome.Stored store(Change.Changed changed) {
    Case after = cases.put(changed.after());
    Position position = outbox.append(Published.from(changed.events())).getLast();
    audit.record("case.closed", "case", after.id(), "", Map.of());
    return new Outcome.Stored(after, position);
  }
}
