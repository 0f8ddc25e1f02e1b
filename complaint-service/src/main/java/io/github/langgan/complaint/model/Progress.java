package io.github.langgan.complaint.model;

import static io.github.langgan.complaint.model.CaseStatus.ACKNOWLEDGED;
import static io.github.langgan.complaint.model.CaseStatus.CLOSED;
import static io.github.langgan.complaint.model.CaseStatus.OPEN;
import static io.github.langgan.complaint.model.CaseStatus.RESOLVED;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a case has come, and when it came there. */
public record Progress(
    CaseStatus status,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Resolution resolution,
    @Nullable Instant closedAt) {

  static Progress opened(Instant at) {
    return new Progress(OPEN, at, null, null, null);
  }

  Progress acknowledged(Instant at) {
    return new Progress(ACKNOWLEDGED, openedAt, at, null, null);
  }

  Progress resolved(Resolution answer) {
    return new Progress(RESOLVED, openedAt, acknowledgedAt, answer, null);
  }

  Progress closed(Instant at) {
    return new Progress(CLOSED, openedAt, acknowledgedAt, resolution, at);
  }
}
