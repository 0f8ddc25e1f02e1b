package io.github.langgan.stack.load.reconciling;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Keeps account of what became of each part of the file. Answers may come in any order; parts are
 * settled in the order in which they were opened, so that what is settled is all of the beginning.
 */
public final class Settlement {

  private final RejectsFile rejects;
  private final long settledBefore;
  private final Queue<Slot> waiting = new ArrayDeque<>();
  private Tally tally;
  private long opened;

  /**
   * @param resumed what an earlier run had settled; those parts are passed over
   */
  public Settlement(RejectsFile rejects, Optional<Tally> resumed) {
    this.rejects = rejects;
    this.tally = resumed.orElse(Tally.NOTHING);
    this.settledBefore = tally.parts();
  }

  /** The next part. Returns whether its outcome is to be found out; else an earlier run did. */
  public synchronized boolean open(Slot slot) {
    if (opened++ < settledBefore) {
      return false;
    }
    waiting.add(slot);
    return true;
  }

  public synchronized void settle(Slot slot, Outcome outcome) {
    slot.outcome = outcome;
    while (!waiting.isEmpty() && waiting.element().outcome != null) {
      book(waiting.remove());
    }
  }

  /** Parts whose outcome isn't known, or that stand behind such. */
  public synchronized int unsettled() {
    return waiting.size();
  }

  public synchronized Tally tally() {
    return tally;
  }

  /** What a later run needs to go on from here. */
  public synchronized Progress progress() {
    return new Progress(tally, rejects.length());
  }

  /**
   * @param rejectsLength of the rejects file, with all that is settled in it
   */
  public record Progress(Tally tally, long rejectsLength) {}

  private void book(Slot slot) {
    Outcome outcome = Optional.ofNullable(slot.outcome).orElseThrow();
    tally = tally.plus(slot, outcome);
    if (outcome instanceof Outcome.Rejected(String reason)) {
      for (long line : slot.lines) {
        rejects.add(line, slot.externalId, reason);
      }
    }
  }
}
