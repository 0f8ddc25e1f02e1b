package io.github.langgan.customer.upkeep.updating;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code update_request}.
 *
 * @param customerId as it was asked for; it may have been merged since
 * @param answer CONFIRMED or CORRECTED
 * @param customerVersion that the answer made
 */
record UpdateRequest(
    UUID id,
    UUID customerId,
    Instant openedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable UpdateRequestStatus answer,
    @Nullable Instant answeredAt,
    @Nullable Integer customerVersion) {

  static UpdateRequest opened(UUID id, UUID customerId, Instant at, Instant expiresAt) {
    return new UpdateRequest(id, customerId, at, expiresAt, null, null, null, null);
  }

  UpdateRequestStatus status(Instant now) {
    if (answer != null) {
      return answer;
    }
    if (revokedAt != null) {
      return UpdateRequestStatus.REVOKED;
    }
    return now.isBefore(expiresAt) ? UpdateRequestStatus.OPEN : UpdateRequestStatus.EXPIRED;
  }
}
