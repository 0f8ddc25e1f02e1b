package io.github.langgan.complaint.model;

import static io.github.langgan.complaint.model.CaseStatus.ACKNOWLEDGED;
import static io.github.langgan.complaint.model.CaseStatus.CLOSED;
import static io.github.langgan.complaint.model.CaseStatus.OPEN;
import static io.github.langgan.complaint.model.CaseStatus.RESOLVED;

import io.github.langgan.complaint.model.Change.Changed;
import io.github.langgan.complaint.model.Change.Illegal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry or a complaint of a customer. Immutable: each verb answers the case after it, with
 * what happened.
 *
 * @param version of what is stored; {@link Cases} counts it
 */
public record Case(
    CaseId id,
    Owner owner,
    Matter matter,
    Progress progress,
    ResolutionClock clock,
    @Nullable Compensation compensation,
    long version) {

  public static Changed open(CaseId id, Owner owner, Matter matter, Instant dueAt, Instant at) {
    Case opened =
        new Case(id, owner, matter, Progress.opened(at), ResolutionClock.dueAt(dueAt), null, 1);
    return new Changed(opened, List.of(new CaseEvent.Opened(opened)));
  }

  public Change acknowledge(Instant at) {
    if (status() != OPEN) {
      return new Illegal(status());
    }
    return new Changed(
        with(progress.acknowledged(at), clock, compensation),
        List.of(new CaseEvent.Acknowledged(id, owner.cameFor(), at)));
  }

  /** Stops the clock. One that was due by then, though nobody noticed yet, is breached. */
  public Change resolve(String summary, @Nullable Points promise, Instant at) {
    if (status() != OPEN && status() != ACKNOWLEDGED) {
      return new Illegal(status());
    }
    Optional<Changed> late = breachClock(at);
    List<CaseEvent> events = new ArrayList<>(late.map(Changed::events).orElse(List.of()));
    events.add(new CaseEvent.Resolved(id, owner.cameFor(), matter.kind(), matter.category(), at));
    Compensation promised = promise == null ? null : Compensation.promised(promise, at);
    if (promised != null) {
      events.add(new CaseEvent.CompensationPromised(id, owner.cameFor(), promised));
    }
    ResolutionClock stopped = late.map(Changed::after).orElse(this).clock.stopped(at);
    return new Changed(
        with(progress.resolved(new Resolution(summary, at)), stopped, promised), events);
  }

  public Change close(Instant at) {
    if (status() != RESOLVED) {
      return new Illegal(status());
    }
    return new Changed(
        with(progress.closed(at), clock, compensation),
        List.of(new CaseEvent.Closed(id, owner.cameFor(), at)));
  }

  /**
   * Closes it with the answer that it has or without one, since there is nobody left to answer. Its
   * clock stops; it counts as met only if it was met. Empty when it was closed before.
   */
  public Optional<Changed> closeAsItIs(Instant at) {
    if (status() == CLOSED) {
      return Optional.empty();
    }
    Optional<Changed> late = breachClock(at);
    List<CaseEvent> events = new ArrayList<>(late.map(Changed::events).orElse(List.of()));
    events.add(new CaseEvent.Closed(id, owner.cameFor(), at));
    ResolutionClock left = late.map(Changed::after).orElse(this).clock;
    return Optional.of(new Changed(with(progress.closed(at), left, compensation), events));
  }

  /** Empty when the clock was met, breached or stopped before, or isn't due. */
  public Optional<Changed> breachClock(Instant now) {
    if (status() == CLOSED || !clock.isBrokenAt(now)) {
      return Optional.empty();
    }
    return Optional.of(
        new Changed(
            with(progress, clock.breached(now), compensation),
            List.of(new CaseEvent.ClockBreached(id, owner.cameFor(), clock.dueAt(), now))));
  }

  public CaseStatus status() {
    return progress.status();
  }

  Case withVersion(long stored) {
    return new Case(id, owner, matter, progress, clock, compensation, stored);
  }

  private Case with(
      Progress nowAt, ResolutionClock nowRunning, @Nullable Compensation nowPromised) {
    return new Case(id, owner, matter, nowAt, nowRunning, nowPromised, version);
  }
}
