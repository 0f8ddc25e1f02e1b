package io.github.langgan.customer.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code privacy_request}. */
record StoredRequest(
    UUID id,
    RequestKind kind,
    UUID customerId,
    RequestStatus status,
    @Nullable String channel,
    @Nullable String reason,
    Instant receivedAt,
    Instant dueAt,
    Instant recordedAt,
    @Nullable String verificationMethod,
    @Nullable String verificationReference,
    @Nullable Instant verifiedAt,
    @Nullable String refusalReason,
    @Nullable Instant endedAt,
    @Nullable List<UUID> subjects,
    @Nullable String purpose,
    @Nullable List<String> channels,
    @Nullable Integer customerVersion,
    int version) {

  boolean isOverdue(Instant now) {
    return status.isOpen() && dueAt.isBefore(now);
  }
}
