package io.github.langgan.complaint.resolving;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.Compensation;
import io.github.langgan.complaint.model.Outcome;
import io.github.langgan.complaint.model.Points;
import io.github.langgan.complaint.model.ResolutionClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the answer, promises points with it if there are any, and stops the resolution clock. */
@Singleton
public class ResolveCase {

  private final Cases cases;
  private final Outbox outbox;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  ResolveCase(Cases cases, Outbox outbox, DueWork dueWork, Audit audit, Clock clock) {
    this.cases = cases;
    this.outbox = outbox;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes the clock off the due work before it locks the case, as the due work itself does: the
   * other way round they could wait for each other.
   */
  @Transactional
  public Outcome resolve(CaseId id, String summary, @Nullable Points compensation) {
    dueWork.cancel(ResolutionClock.DUE_WORK, id.toString());
    Optional<Case> found = cases.lockedWithId(id);
    if (found.isEmpty()) {
      return new Outcome.NoSuchCase();
    }
    return switch (found.get().resolve(summary, compensation, clock.instant())) {
      case Change.Changed changed -> store(changed);
      case Change.Illegal refused -> new Outcome.IllegalState(refused.status());
    };
  }

  private Outcome.Stored store(Change.Changed changed) {
    Case after = cases.put(changed.after());
    Position position = outbox.append(Published.from(changed.events())).getLast();
    Compensation promised = after.compensation();
    audit.record(
        "case.resolved",
        "case",
        after.id(),
        "",
        promised == null ? Map.of() : Map.of("compensationPoints", promised.points().value()));
    return new Outcome.Stored(after, position);
  }
}
