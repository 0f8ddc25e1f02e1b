package io.github.langgan.complaint.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as stored, with its compensation joined. */
record CaseRow(
    UUID id,
    UUID customerId,
    @Nullable UUID cameFor,
    CaseKind kind,
    String channel,
    String category,
    String subject,
    @Nullable String description,
    CaseStatus status,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String resolutionSummary,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    Instant clockDueAt,
    @Nullable Instant clockMetAt,
    @Nullable Instant clockBreachedAt,
    long version,
    @Nullable UUID compensationId,
    @Nullable Long points,
    @Nullable CompensationState state,
    @Nullable Instant promisedAt,
    @Nullable Instant settledAt,
    @Nullable String refusal) {

  Case toCase() {
    return new Case(
        new CaseId(id),
        Owner.stored(customerId, cameFor),
        new Matter(kind, channel, category, subject, description),
        new Progress(status, openedAt, acknowledgedAt, resolution(), closedAt),
        new ResolutionClock(clockDueAt, clockMetAt, clockBreachedAt),
        compensation(),
        version);
  }

  private @Nullable Resolution resolution() {
    return resolutionSummary == null || resolvedAt == null
        ? null
        : new Resolution(resolutionSummary, resolvedAt);
  }

  private @Nullable Compensation compensation() {
    return compensationId == null || points == null || state == null || promisedAt == null
        ? null
        : new Compensation(
            new CompensationId(compensationId),
            new Points(points),
            state,
            promisedAt,
            settledAt,
            refusal);
  }
}
