package io.github.langgan.complaint.model;

import io.github.langgan.chassis.event.Position;

/** What became of a use case on one case. */
public sealed interface Outcome {

  /**
   * @param position of the last event that says so
   */
  record Stored(Case after, Position position) implements Outcome {}

  /** The case's status doesn't allow it; nothing was changed. */
  record IllegalState(CaseStatus status) implements Outcome {}

  record NoSuchCase() implements Outcome {}
}
