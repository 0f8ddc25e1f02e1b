package io.github.langgan.customer.upkeep.updating;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "UpdateRequest", description = "What a customer was asked, and what came of it.")
record UpdateRequestView(
    @Schema(required = true) UUID updateRequestId,
    @Schema(required = true, description = "As it was asked for; it may have been merged since")
        UUID customerId,
    @Schema(required = true) UpdateRequestStatus status,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true) Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant answeredAt,
    @Schema(description = "Of the customer: the version that the answer made")
        @Nullable Integer customerVersion) {

  static UpdateRequestView of(UpdateRequest request, Instant now) {
    return new UpdateRequestView(
        request.id(),
        request.customerId(),
        request.status(now),
        request.openedAt(),
        request.expiresAt(),
        request.revokedAt(),
        request.answeredAt(),
        request.customerVersion());
  }
}
