package io.github.langgan.complaint.model;

import java.util.List;

/** What became of the wish to change a case. */
public sealed interface Change {

  record Changed(Case after, List<CaseEvent> events) implements Change {}

  /** The case's status doesn't allow it. */
  record Illegal(CaseStatus status) implements Change {}
}
