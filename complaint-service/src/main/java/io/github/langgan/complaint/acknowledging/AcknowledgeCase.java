package io.github.langgan.complaint.acknowledging;

import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.Published;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseId;
import io.github.langgan.complaint.model.CaseNotFound;
import io.github.langgan.complaint.model.Cases;
import io.github.langgan.complaint.model.Change;
import io.github.langgan.complaint.model.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Tells the customer that someone takes care; the resolution clock runs on. */
@Singleton
public class AcknowledgeCase {

  private final Cases cases;
  private final Outbox outbox;
  private final Clock clock;

  AcknowledgeCase(Cases cases, Outbox outbox, Clock clock) {
    this.cases = cases;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Throws {@link CaseNotFound}. */
  @Transactional
  public Outcome acknowledge(CaseId id) {
    Case found = cases.lockedWithId(id).orElseThrow(() -> new CaseNotFound(id));
    return switch (found.acknowledge(clock.instant())) {
      case Change.Changed changed ->
          new Outcome.Stored(
              cases.put(changed.after()),
              outbox.append(Published.from(changed.events())).getLast());
      case Change.Illegal refused -> new Outcome.IllegalState(refused.status());
    };
  }
}
