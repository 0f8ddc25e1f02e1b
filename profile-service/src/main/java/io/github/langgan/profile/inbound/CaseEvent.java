package io.github.langgan.profile.inbound;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of {@code case.*} and {@code clock.breached}. */
record CaseEvent(
    UUID caseId,
    UUID customerId,
    @Nullable String kind,
    @Nullable String channel,
    @Nullable String category,
    @Nullable String status,
    @Nullable Instant openedAt,
    @Nullable Instant resolutionDueAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Nullable Instant breachedAt,
    @Nullable Person person) {

  record Person(@Nullable String subject) {}

  @Nullable String subject() {
    return person == null ? null : person.subject;
  }

  /** When what the event tells of happened. */
  Instant at() {
    for (Instant at :
        new @Nullable Instant[] {openedAt, acknowledgedAt, resolvedAt, closedAt, breachedAt}) {
      if (at != null) {
        return at;
      }
    }
    throw new IllegalArgumentException("says no time");
  }

  @Nullable Instant endedAt() {
    return resolvedAt == null ? closedAt : resolvedAt;
  }

  /** Both in one, the later one's word where both say something. */
  CaseEvent followedBy(CaseEvent later) {
    return new CaseEvent(
        caseId,
        customerId,
        or(later.kind, kind),
        or(later.channel, channel),
        or(later.category, category),
        or(later.status, status),
        or(later.openedAt, openedAt),
        or(later.resolutionDueAt, resolutionDueAt),
        or(later.acknowledgedAt, acknowledgedAt),
        or(later.resolvedAt, resolvedAt),
        or(later.closedAt, closedAt),
        or(later.breachedAt, breachedAt),
        or(later.person, person));
  }

  /** What the timeline tells. */
  Map<String, Object> details() {
    Map<String, Object> details = new HashMap<>();
    details.put("kind", kind);
    details.put("category", category);
    details.put("status", status);
    details.put("subject", subject());
    details.values().removeIf(value -> value == null);
    return details;
  }

  private static <T> @Nullable T or(@Nullable T later, @Nullable T earlier) {
    return later == null ? earlier : later;
  }
}
