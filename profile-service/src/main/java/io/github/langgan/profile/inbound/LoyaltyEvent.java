package io.github.langgan.profile.inbound;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code membership.opened} and {@code points.*}.
 *
 * @param customerId the record that the membership came for
 * @param cameFor the record that the points came for, when that is another
 * @param at of points; a membership has {@code openedAt}
 * @param balance after it
 */
record LoyaltyEvent(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    @Nullable UUID programId,
    @Nullable String programName,
    @Nullable String cardNumber,
    @Nullable Instant openedAt,
    @Nullable Instant at,
    @Nullable Long points,
    @Nullable UUID transactionId,
    @Nullable UUID caseId,
    @Nullable Instant expiresAt,
    Balance balance) {

  /** For which record it happened. */
  UUID record() {
    return cameFor == null ? customerId : cameFor;
  }

  record Balance(long active, long pending) {}

  /** What the timeline tells of points. */
  Map<String, Object> details() {
    Map<String, Object> details = new HashMap<>();
    put(details, "points", points);
    put(details, "transactionId", transactionId);
    put(details, "caseId", caseId);
    put(details, "expiresAt", expiresAt);
    put(details, "programName", programName);
    put(details, "cardNumber", cardNumber);
    return details;
  }

  private static void put(Map<String, Object> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value);
    }
  }
}
