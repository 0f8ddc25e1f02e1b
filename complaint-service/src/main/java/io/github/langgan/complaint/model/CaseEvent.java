package io.github.langgan.complaint.model;

import java.time.Instant;

/**
 * What happened to a case, in the words of this context. The customer is the record that the case
 * came for, whatever that was merged into since.
 */
public sealed interface CaseEvent {

  record Opened(Case opened) implements CaseEvent {}

  record Acknowledged(CaseId id, CustomerId customer, Instant at) implements CaseEvent {}

  record Resolved(CaseId id, CustomerId customer, CaseKind kind, String category, Instant at)
      implements CaseEvent {}

  record Closed(CaseId id, CustomerId customer, Instant at) implements CaseEvent {}

  /** Of the resolution clock. */
  record ClockBreached(CaseId id, CustomerId customer, Instant dueAt, Instant breachedAt)
      implements CaseEvent {}

  record CompensationPromised(CaseId id, CustomerId customer, Compensation compensation)
      implements CaseEvent {}
}
