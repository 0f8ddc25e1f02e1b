package io.github.langgan.complaint.resolving;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.CaseNotFound;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.Outcome;
import io.github.langgan.complaint.model.Points;
import io.github.langgan.complaint.model.ResolutionClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives the answer, promises points with it if there are any, and stops the resolution clock. */
@Singleton
public class ResolveCase {

  private final Cases cases;
  private final Outbox outbox;
  private final DueWork dueWork;
  private final Clock clock;

  ResolveCase(Cases cases, Outbox outbox, DueWork dueWork, Clock clock) {
    this.cases = cases;
    this.outbox = outbox;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** Throws {@link CaseNotFound}. */
  @Transactional
  public Outcome resolve(CaseId id, String summary, @Nullable Points compensation) {
    Case found = cases.lockedWithId(id).orElseThrow(() -> new CaseNotFound(id));
    return switch (found.resolve(summary, compensation, clock.instant())) {
      case Change.Changed changed -> stored(changed);
      case Change.Illegal refused -> new Outcome.IllegalState(refused.status());
    };
  }

  private Outcome.Stored stored(Change.Changed changed) {
    Case after = cases.put(changed.after());
    Position position = outbox.append(Published.from(changed.events())).getLast();
    dueWork.cancel(ResolutionClock.DUE_WORK, after.id().toString());
    return new Outcome.Stored(after, position);
  }
}
