package io.github.langgan.customer.model;

import io.github.langgan.chassis.duework.DueWork;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/** Records that wait to be compared with the others. */
@Singleton
public class PendingMatches {

  public static final String KIND = "match-customer";

  private final DueWork dueWork;
  private final Clock clock;

  PendingMatches(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** In the transaction that adds or changes them, so that none is forgotten. */
  public void lookFor(Collection<CustomerId> changed) {
    Instant now = clock.instant();
    dueWork.schedule(
        KIND,
        changed.stream()
            .map(id -> new DueWork.Appointment(id.value().toString(), now, ""))
            .toList());
  }

  /** Whether the record still waits; what is known of it may not be all then. */
  public boolean contains(CustomerId id) {
    return dueWork.isWaiting(KIND, id.value().toString());
  }
}
