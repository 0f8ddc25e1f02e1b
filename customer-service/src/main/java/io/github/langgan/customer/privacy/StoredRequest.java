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

  /** What is done once it is certain who asks isn't undone; a record may turn out to be right. */
  boolean canBeRefused() {
    return switch (status) {
      case AWAITING_VERIFICATION -> true;
      case IN_PROGRESS -> kind == RequestKind.RECTIFICATION;
      case COMPLETED, REFUSED -> false;
    };
  }

  boolean isOverdue(Instant now) {
    return status.isOpen() && dueAt.isBefore(now);
  }
}
