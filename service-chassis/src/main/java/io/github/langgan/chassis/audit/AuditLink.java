package io.github.langgan.chassis.audit;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seal with the entry that it sealed; the entry's fields are null when it is gone. */
record AuditLink(
    long sequence,
    byte[] hash,
    @Nullable UUID id,
    @Nullable Instant at,
    @Nullable String actor,
    @Nullable String client,
    @Nullable String action,
    @Nullable String subjectType,
    @Nullable String subjectId,
    @Nullable String reason,
    @Nullable String details,
    @Nullable String traceId) {

  /** What is wrong with this link, seen from the one before it. */
  Optional<String> faultAfter(long previous, byte[] previousHash) {
    if (sequence != previous + 1) {
      return Optional.of("seals " + (previous + 1) + " to " + (sequence - 1) + " are missing");
    }
    if (id == null) {
      return Optional.of("the sealed entry is missing");
    }
    var entry =
        new AuditEntry(
            id, at, actor, client, action, subjectType, subjectId, reason, details, traceId);
    return MessageDigest.isEqual(entry.hashAfter(previousHash), hash)
        ? Optional.empty()
        : Optional.of("the entry does not have the hash that it was sealed with");
  }
}
